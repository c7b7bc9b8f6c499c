"""The most people for a budget, where creators share segments of an audience and each person counts once.

Exact for few creators: all ways to choose are tried, except where even parts of creators, each counted with all that
he adds now, can’t catch up with the best choice known (what a creator adds only shrinks as others are chosen, so that
bound is safe). For many, the greedy choice by people added ÷ cost is compared with the best single creator: that
reaches at least ½ × (1 − 1/e) of what is possible (Khuller, Moss and Naor 1999).

Segments are bits of a mask, names are bits of another, in which an earlier name has the higher bit. All numbers are
whole. More people win, then a lower cost, then earlier names.
"""

from ._knapsack import Selection
from ._progress import tell

MOST_EXACT = 20  # creators who may be chosen
_FINER = 10**30

TYPE_CHECKING = False
if TYPE_CHECKING:
    Creator = tuple[int, int, int]  # cost, segments, bit
    Gain = tuple[int, int, int, int, int]  # ratio × −1, bit × −1, people added, cost, segments
else:
    Creator = Gain = object


class Choice:
    """Creators chosen so far: cost, names, segments and the people in them."""

    def __init__(self, cost: int, mask: int, covered: int, people: int) -> None:
        self.cost = cost
        self.mask = mask
        self.covered = covered
        self.people = people

    def rank(self) -> tuple[int, int, int]:
        """The larger, the better."""
        return self.people, -self.cost, self.mask


class Coverage:
    """Creators to choose from, the people in each segment, and what is covered from the start.

    Args:
        creators: Cost, segments and name of each.
        sizes: The people in each segment, that of the lowest bit first.
        budget: What may be spent.
        covered: Segments that are covered already; what is found counts what comes on top.
    """

    def __init__(self, creators: list[Creator], sizes: list[int], budget: int, covered: int = 0) -> None:
        self.creators = creators
        self.sizes = sizes
        self.budget = budget
        self.start = Choice(0, 0, covered, 0)
        self.best = self.start
        self._known: dict[int, int] = {}

    def people(self, segments: int) -> int:
        """How many are in these segments together."""
        if segments not in self._known:
            added = 0
            for place, size in enumerate(self.sizes):
                added += size if segments >> place & 1 else 0
            self._known[segments] = added
        return self._known[segments]

    def greedy(self) -> Choice:
        """Always the creator who adds the most people for the money, as long as one fits."""
        choice = self.start
        gains = self._gains(choice, self.creators)
        while gains:
            choice = _with(choice, gains[0])
            gains = self._gains(choice, self.creators)
        return choice

    def best_of_two(self) -> Selection:
        """The greedy choice or the best single creator, whichever reaches more."""
        singles = [_with(self.start, gain) for gain in self._gains(self.start, self.creators)]
        best = self.greedy()
        for single in singles:
            best = single if single.rank() > best.rank() else best
        return Selection(best.mask, best.people, self._bound(self.start, self._gains(self.start, self.creators)))

    def exact(self) -> Selection:
        """The best choice there is; twenty creators have a million choices, and few of them need to be tried."""
        self.best = self.greedy()
        self._try(self.start, self.creators)
        return Selection(self.best.mask, self.best.people, self.best.people)

    def _try(self, choice: Choice, creators: list[Creator]) -> None:
        """With the creator who adds the most for the money, and then without him, and so on."""
        gains = self._gains(choice, creators)
        for place in range(len(gains)):
            if choice is self.start:
                tell(place, len(gains))
            left = gains[place:]
            if not self._may_win(choice, left, self._bound(choice, left)):
                return
            longer = _with(choice, gains[place])
            if longer.rank() > self.best.rank():
                self.best = longer
            self._try(longer, [(gain[3], gain[4], -gain[1]) for gain in left[1:]])

    def _gains(self, choice: Choice, creators: list[Creator]) -> list[Gain]:
        """What each creator who fits and adds anything adds, the most for the money first."""
        room, covered, found = self.budget - choice.cost, choice.covered, []
        for cost, segments, bit in creators:
            if cost <= room and not choice.mask & bit:
                people = self.people(segments & ~covered)
                if people:
                    ratio = people * _FINER // cost if cost else people * _FINER * _FINER
                    found.append((-ratio, -bit, people, cost, segments))
        return sorted(found)

    def _bound(self, choice: Choice, gains: list[Gain]) -> int:
        """Not less than any choice can reach from here: gains added up as if nobody were shared."""
        room, most = self.budget - choice.cost, choice.people
        for _, _, people, cost, _ in gains:
            if cost > room:
                return most + people * room // cost
            room, most = room - cost, most + people
        return most

    def _may_win(self, choice: Choice, gains: list[Gain], most: int) -> bool:
        """Whether a choice from here can be better than the best known one; ties by cost and names count."""
        if most != self.best.people:
            return most > self.best.people
        lacking, spent, names = most - choice.people, choice.cost, choice.mask
        for _, negative, people, cost, _ in gains:
            names -= negative
            if lacking > 0:
                spent += cost if lacking >= people else -(-cost * lacking // people)
                lacking -= people
        return spent < self.best.cost or (spent == self.best.cost and names > self.best.mask)


def _with(choice: Choice, gain: Gain) -> Choice:
    return Choice(choice.cost + gain[3], choice.mask - gain[1], choice.covered | gain[4], choice.people + gain[2])
