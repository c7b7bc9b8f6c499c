"""The most value for a budget: each of some items is taken whole or not at all.

The way of Nemhauser and Ullmann: item after item, keep every selection that no other one beats at the same cost or
less. A selection is dropped as well when it can’t catch up with the best one known even if parts of items could be
bought (Dantzig’s bound). There are never more selections than amounts up to the budget, counted in the largest step
that all costs share, and a limit on all of them together keeps the time bounded.

All numbers are whole, so that sums are exact and ties are real: more value wins, then a lower cost, then the mask of
bits, in which an earlier name has the higher bit.
"""

from ._progress import tell

MOST_STATES = 600000  # selections looked at; beyond it the best known one is given as unproved
_FINER = 10**30  # above the product of any two costs, so that no two different ratios get the same key
_COMPLETED = 12  # selections of each round that are filled up, to have a good one to beat

TYPE_CHECKING = False
if TYPE_CHECKING:
    Item = tuple[int, int, int]  # cost, value, bit
    State = tuple[int, int, int]  # cost, value × −1, mask × −1: the natural order is that of a front
else:
    Item = State = object


class Selection:
    """What was found: its mask, its value, and the most that any selection could have.

    Args:
        mask: The bits of the items taken.
        value: What they are worth together.
        most: Not more than ``value`` where the selection is proved to be the best.
    """

    def __init__(self, mask: int, value: int, most: int) -> None:
        self.mask = mask
        self.value = value
        self.most = most


def most_valuable(items: list[Item], budget: int) -> Selection:
    """The best selection within the budget; needs every cost above 0.

    >>> found = most_valuable([(4, 9, 4), (3, 7, 2), (3, 7, 1)], 6)
    >>> found.mask, found.value, found.most
    (3, 14, 14)
    """
    search = _Search(by_ratio([item for item in items if item[0] <= budget and item[1] > 0]), budget)
    return search.found()


def by_ratio(items: list[Item]) -> list[Item]:
    """By value ÷ cost, the highest first, equal ones by name."""
    keyed = sorted([(-(item[1] * _FINER // item[0]), -item[2], item) for item in items])
    return [item for _, _, item in keyed]


def greedy(items: list[Item], budget: int) -> tuple[int, int, int]:
    """Cost, value and mask of taking whatever still fits, one after the other as they stand.

    >>> greedy(by_ratio([(4, 9, 4), (3, 7, 2), (3, 5, 1)]), 6)
    (6, 12, 3)
    """
    spent = value = mask = 0
    for item in items:
        if spent + item[0] <= budget:
            spent, value, mask = spent + item[0], value + item[1], mask + item[2]
    return spent, value, mask


def common_step(numbers: list[int]) -> int:
    """The largest number that divides all of them; 1 for none.

    >>> common_step([400, 350, 1500]), common_step([])
    (50, 1)
    """
    step = 0
    for number in numbers:
        while number:
            step, number = number, step % number
    return step or 1


class _Search:
    """The rounds, one for each item by ratio, and the best selection so far."""

    def __init__(self, items: list[Item], budget: int) -> None:
        step = common_step([item[0] for item in items])
        unit = common_step([item[1] for item in items])
        self.items = [(cost // step, value // unit, bit) for cost, value, bit in items]
        self.budget = budget // step
        self.unit = unit
        self.costs, self.values, self.rest = _sums_before(self.items)
        self.best: State = (0, 0, 0)
        self.seen = 0

    def found(self) -> Selection:
        """Go through the rounds until nothing is left to try or the limit is passed."""
        states: list[State] = [(0, 0, 0)]
        most = 0
        self._complete(states, 0)
        for place, (cost, value, bit) in enumerate(self.items):
            tell(place, len(self.items))
            room = self.budget - cost
            longer = [(state[0] + cost, state[1] - value, state[2] - bit) for state in states if state[0] <= room]
            states, most = self._front(sorted(states + longer), place + 1)
            self.seen += len(states)
            if not states or self.seen > MOST_STATES:
                break
            self._complete(states, place + 1)
        value = -self.best[1]
        return Selection(-self.best[2], value * self.unit, max(value, most if states else 0) * self.unit)

    def _front(self, states: list[State], place: int) -> tuple[list[State], int]:
        """Those that no other one beats and that may still win, and the most that any of them can reach."""
        costs, values, items, known = self.costs, self.values, self.items, -self.best[1]
        kept, most_of_all, least, fit = [], 0, 1, len(items)
        for state in states:
            if state[1] >= least:
                continue
            least = state[1]
            reach = costs[place] + self.budget - state[0]
            while costs[fit] > reach:
                fit -= 1
            most = values[fit] - values[place] - least
            if fit < len(items):
                most += items[fit][1] * (reach - costs[fit]) // items[fit][0]
            if most > known or (most == known and self._may_win_a_tie(state, place)):
                kept.append(state)
                most_of_all = max(most_of_all, most)
        return kept, most_of_all

    def _may_win_a_tie(self, state: State, place: int) -> bool:
        """Whether it could reach the best known value at a lower cost, or at the same one with earlier names."""
        wanted = self.values[place] + state[1] - self.best[1]
        fit = _last_up_to(wanted, self.values, place)
        spent = state[0] + self.costs[fit] - self.costs[place]
        if self.values[fit] < wanted:
            spent -= -self.items[fit][0] * (wanted - self.values[fit]) // self.items[fit][1]
        earliest = self.rest[place] - state[2]
        return spent < self.best[0] or (spent == self.best[0] and earliest > -self.best[2])

    def _complete(self, states: list[State], place: int) -> None:
        """Fill up some selections, spread over the front, with whatever still fits."""
        stride = max(1, len(states) // _COMPLETED)
        for index in range(len(states) - 1, -1, -stride):
            cost, value, mask = states[index]
            more = greedy(self.items[place:], self.budget - cost)
            full = (cost + more[0], value - more[1], mask - more[2])
            if (full[1], full[0], full[2]) < (self.best[1], self.best[0], self.best[2]):
                self.best = full


def _last_up_to(most: int, sums: list[int], low: int) -> int:
    """The last place from ``low`` on where ascending sums are not above a number."""
    high = len(sums) - 1
    while low < high:
        middle = (low + high + 1) // 2
        if sums[middle] <= most:
            low = middle
        else:
            high = middle - 1
    return low


def _sums_before(items: list[Item]) -> tuple[list[int], list[int], list[int]]:
    """Costs and values of the items before each place, and the bits from there on."""
    costs, values, bits = [0], [0], [0]
    for cost, value, bit in items:
        costs.append(costs[-1] + cost)
        values.append(values[-1] + value)
        bits.append(bits[-1] + bit)
    return costs, values, [bits[-1] - before for before in bits]
