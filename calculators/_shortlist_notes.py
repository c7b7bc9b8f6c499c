"""What is said beside a shortlist: what was not used, what is shared, and how sure it is that nothing is better."""

from ._candidates import CENTS, PARTS, Creator
from ._fields import Problem, note, refusal
from ._said import in_rows, say, say_of
from ._shortlisting import Plan

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
        said = say_of(
            len(idle),
            "No creator reaches {segments}, so its size is idle.",
            "No creator reaches {segments}, so their sizes are idle.",
            segments=idle,
        )
        problems.append(note("idle_segments", said, "segment_sizes"))
    elif idle and creators:
        text = "Segment sizes are not used: no creator has segments."
        problems.append(note("sizes_not_used", text, "segment_sizes"))
    return problems


def without_value(creators: list[Creator]) -> list[Problem]:
    """Name those who can’t be chosen for want of a value."""
    blank = [each for each in creators if not each.has_value and each.choice != "exclude"]
    if not blank:
        return []
    if len(blank) == len(creators):
        return [note("no_values", "No creator has a value; enter values, or segments with their sizes.", "value")]
    text = "Value is blank in {rows}; without a value nobody is chosen, and a must-have adds nothing."
    return [note("no_value", say(text, rows=in_rows([each.row for each in blank])), "value")]


def list_notes(plan: Plan, chosen: list[Creator]) -> list[Problem]:
    """Why nobody is chosen, whom segments leave out, what is counted twice, and whether it is proved."""
    return _nobody(plan, chosen) + _without_segments(plan) + _shared(plan, chosen) + _sureness(plan)


def _unknown(creator: Creator, known: list[str]) -> Problem:
    missing = [name for name in creator.segments if name not in known]
    said = say_of(
        len(missing),
        "{segments} has no size; add it to the segment sizes, or take it out here.",
        "{segments} have no size; add it to the segment sizes, or take it out here.",
        segments=missing,
    )
    return refusal("unknown_segment", said, "segments", creator.row)


def _nobody(plan: Plan, chosen: list[Creator]) -> list[Problem]:
    if chosen:
        return []
    if not plan.open:
        return [note("all_excluded", "Every creator is excluded, so nobody is left to choose.", "choice")]
    cost, name = min([(each.cost, each.name) for each in plan.open])
    if cost <= plan.budget:
        return [note("nothing_to_gain", "Nobody within the budget brings anything: every value is 0.")]
    text = "The budget of {budget} pays for nobody: the cheapest is {id} at {cheapest}."
    said = say(text, budget=plan.budget / CENTS, id=name, cheapest=cost / CENTS)
    return [note("budget_too_small", said, "budget")]


def _without_segments(plan: Plan) -> list[Problem]:
    blank = [each.row for each in plan.creators if not each.segments and each.choice != "exclude"]
    if not plan.overlap or not blank:
        return []
    text = "Segments are blank in {rows}; by reach, that adds nobody."
    return [note("no_segments", say(text, rows=in_rows(blank)), "segments")]


def _shared(plan: Plan, chosen: list[Creator]) -> list[Problem]:
    added_up = plan.reach_added_up(chosen) if plan.overlap else 0
    if added_up <= plan.best:
        return []
    text = "Added up, the chosen reach {added_up}, but audiences overlap: they are {unique} different people."
    return [note("overlap", say(text, added_up=added_up / PARTS, unique=plan.best / PARTS))]


def _sureness(plan: Plan) -> list[Problem]:
    if plan.most <= plan.best:
        return []
    most = plan.most / PARTS
    if plan.exact:
        text = "Too many selections are nearly alike to try them all: this is the best found; none is above {most}."
        return [note("not_proved", say(text, most=most))]
    text = (
        "With more than 20 creators to choose from, this is the greedy choice or the best single one: at least 32% of "
        "the best possible, usually much more (Khuller, Moss and Naor 1999); no selection reaches above {most}."
    )
    return [note("greedy", say(text, most=most))]
