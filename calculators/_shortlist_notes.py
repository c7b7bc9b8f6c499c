"""What is said beside a shortlist: what was not used, what is shared, and how sure it is that nothing is better."""

from ._candidates import CENTS, PARTS, Creator
from ._fields import Problem, note, refusal
from ._ratios import in_rows
from ._shortlisting import Plan
from ._words import listing, show

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._segments import Sizes


def segment_problems(creators: list[Creator], sizes: "Sizes") -> list[Problem]:
    """Refuse segments without a size; name sizes without a creator, and segments that no size makes useful."""
    known = [name for name, _ in sizes]
    used = [name for each in creators for name in each.segments]
    if not known and used:
        text = "Segments are entered without their sizes, so they are not used; enter segment sizes like S1=6000."
        return [note("segments_without_sizes", text, "segment_sizes")]
    problems = [_unknown(each, known) for each in creators if any(name not in known for name in each.segments)]
    idle = [name for name in known if name not in used]
    if idle and used:
        text = f"No creator reaches {listing(idle)}, so {'its size is' if len(idle) == 1 else 'their sizes are'} idle."
        problems.append(note("idle_segments", text, "segment_sizes", {"segments": listing(idle)}))
    elif idle and creators:
        text = "Segment sizes are not used: no creator has segments."
        problems.append(note("sizes_not_used", text, "segment_sizes"))
    return problems


def without_value(creators: list[Creator]) -> list[Problem]:
    """Name those who can't be chosen for want of a value."""
    blank = [each for each in creators if not each.has_value and each.choice != "exclude"]
    if not blank:
        return []
    if len(blank) == len(creators):
        return [note("no_values", "No creator has a value; enter values, or segments with their sizes.", "value")]
    rows = in_rows([each.row for each in blank])
    text = f"Value is blank in {rows}; without a value nobody is chosen, and a must-have adds nothing."
    return [note("no_value", text, "value", {"rows": listing([str(each.row) for each in blank])})]


def list_notes(plan: Plan, chosen: list[Creator]) -> list[Problem]:
    """Why nobody is chosen, whom segments leave out, what is counted twice, and whether it is proved."""
    return _nobody(plan, chosen) + _without_segments(plan) + _shared(plan, chosen) + _sureness(plan)


def _unknown(creator: Creator, known: list[str]) -> Problem:
    missing = [name for name in creator.segments if name not in known]
    verb = "has" if len(missing) == 1 else "have"
    text = f"{listing(missing)} {verb} no size; add it to the segment sizes, or take it out here."
    return refusal("unknown_segment", text, "segments", creator.row, {"segments": listing(missing)})


def _nobody(plan: Plan, chosen: list[Creator]) -> list[Problem]:
    if chosen:
        return []
    if not plan.open:
        return [note("all_excluded", "Every creator is excluded, so nobody is left to choose.", "choice")]
    cost, name = min([(each.cost, each.name) for each in plan.open])
    if cost <= plan.budget:
        return [note("nothing_to_gain", "Nobody within the budget brings anything: every value is 0.", None)]
    text = f"The budget of {show(plan.budget / CENTS)} pays for nobody: the cheapest is {name} at {show(cost / CENTS)}."
    return [note("budget_too_small", text, "budget", {"cheapest": cost / CENTS, "id": name})]


def _without_segments(plan: Plan) -> list[Problem]:
    blank = [each.row for each in plan.creators if not each.segments and each.choice != "exclude"]
    if not plan.overlap or not blank:
        return []
    text = f"Segments are blank in {in_rows(blank)}; by reach, that adds nobody."
    return [note("no_segments", text, "segments", {"rows": listing([str(row) for row in blank])})]


def _shared(plan: Plan, chosen: list[Creator]) -> list[Problem]:
    added_up = plan.reach_added_up(chosen) if plan.overlap else 0
    if added_up <= plan.best:
        return []
    whole, once = show(added_up / PARTS), show(plan.best / PARTS)
    text = f"Added up, the chosen reach {whole}, but audiences overlap: they are {once} different people."
    return [note("overlap", text, None, {"added_up": added_up / PARTS, "unique": plan.best / PARTS})]


def _sureness(plan: Plan) -> list[Problem]:
    if plan.most <= plan.best:
        return []
    most = show(plan.most / PARTS)
    if plan.exact:
        text = f"Too many selections are nearly alike to try them all: this is the best found; none is above {most}."
        return [note("not_proved", text, None, {"most": plan.most / PARTS})]
    text = (
        "With more than 20 creators to choose from, this is the greedy choice or the best single one: at least 32% of "
        f"the best possible, usually much more (Khuller, Moss and Naor 1999); no selection reaches above {most}."
    )
    return [note("greedy", text, None, {"most": plan.most / PARTS})]
