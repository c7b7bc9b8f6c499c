"""The best selection of creators for a budget, by value or by people reached, and the greedy one beside it."""

from ._candidates import PARTS, Creator, parts, total_of
from ._coverage import MOST_EXACT, Coverage
from ._knapsack import Selection, by_ratio, greedy, most_valuable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._segments import Sizes


class Plan:
    """What was found for a budget.

    Args:
        creators: All that could be chosen, excluded, or must be had.
        budget: In cents.
    """

    def __init__(self, creators: list[Creator], budget: int) -> None:
        self.creators = creators
        self.budget = budget
        self.must = [each for each in creators if each.choice == "must have"]
        self.open = [each for each in creators if not each.choice]
        self.room = budget - total_of([each.cost for each in self.must])
        self.mask = total_of([each.bit for each in self.must])
        self.overlap = False
        self.exact = True
        self.own: dict[str, int] = {}
        self.best = self.most = self.greedy = 0

    def naive(self, chosen: list[Creator]) -> int:
        """Values added up, or each one’s own reach where there are none."""
        valued = not self.overlap or any(each.has_value for each in self.creators)
        return total_of([each.value if valued else self.own[each.name] for each in chosen])

    def reach_added_up(self, chosen: list[Creator]) -> int:
        """Each one’s own reach, added up as if nobody were shared."""
        return total_of([self.own[each.name] for each in chosen])

    def shown(self, number: int) -> float:
        """A number in billionths as a result."""
        return number / PARTS

    def take(self, found: Selection, by_greed: int, base: int) -> None:
        """Add what was chosen to what must be had, which is worth ``base``."""
        self.mask += found.mask
        self.best, self.most, self.greedy = base + found.value, base + found.most, base + by_greed


def planned(creators: list[Creator], budget: int, sizes: "Sizes") -> Plan:
    """The best selection, by unique reach where segments have sizes, else by value; needs room for all must-haves."""
    plan = Plan(creators, budget)
    if sizes:
        _by_reach(plan, sizes)
    else:
        _by_value(plan)
    return plan


def _by_value(plan: Plan) -> None:
    fitting = [each for each in plan.open if each.cost <= plan.room and each.value]
    free = [each for each in fitting if not each.cost]
    items = [(each.cost, each.value, each.bit) for each in fitting if each.cost]
    plan.mask += total_of([each.bit for each in free])
    by_greed = greedy(by_ratio(items), plan.room)[1]
    plan.take(most_valuable(items, plan.room), by_greed, total_of([each.value for each in plan.must + free]))


def _by_reach(plan: Plan, sizes: "Sizes") -> None:
    plan.overlap = True
    bits = {name: 1 << place for place, (name, _) in enumerate(sizes)}
    for each in plan.creators:
        each.covered = total_of([bits[name] for name in each.segments])
    covered = 0
    for each in plan.must:
        covered |= each.covered
    people = [parts(size) for _, size in sizes]
    everybody = Coverage([], people, 0)
    plan.own = {each.name: everybody.people(each.covered) for each in plan.creators}
    adding = [each for each in plan.open if each.cost <= plan.room and everybody.people(each.covered & ~covered)]
    search = Coverage([(each.cost, each.covered, each.bit) for each in adding], people, plan.room, covered)
    plan.exact = len(adding) <= MOST_EXACT
    found = search.exact() if plan.exact else search.best_of_two()
    plan.take(found, search.greedy().people, everybody.people(covered))
