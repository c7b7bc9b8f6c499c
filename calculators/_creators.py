"""A table of several creators’ posts, creator by creator: whose post it is, what it cost, and what is counted in it."""

from ._comparison import Sample
from ._fields import Problem, number_in, refusal, text_in
from ._said import say, say_of
from ._series import filled_down
from ._sums import total
from ._words import lowered, tidied

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from ._fields import Line

COUNTED = ("likes", "comments", "shares", "saves", "reach")
_NONE: list[float] = []


class Creator:
    """One creator’s rows, in the order of the table.

    ``numbers`` are the table’s rows, counted from 1, that hold a post. After ``count``, ``rates`` and ``engagements``
    are those of the posts used, and ``zeros`` the rows of those without any engagement.
    """

    def __init__(self, name: str, row: int) -> None:
        self.name = name
        self.row = row
        self.cost: float | None = None
        self.cost_row = 0
        self.numbers: list[int] = []
        self.rates = _NONE
        self.engagements = _NONE
        self.zeros: list[int] = []
        self.sample = Sample(_NONE)
        self._all: list[Line] = []
        self._posts: list[Line] = []
        self._followers: list[float | None] = []

    def add(self, number: int, row: "Line") -> Problem | None:
        """Take in one of the creator’s rows; a cost that contradicts an earlier one is refused."""
        self._all.append(row)
        if _is_post(row):
            self.numbers.append(number)
            self._posts.append(row)
        cost = number_in(row, "cost")
        if cost is not None and self.cost is not None and cost != self.cost:
            text = "{creator} costs {cost} in row {row} and {here} here; enter one cost of a post for each creator."
            said = say(text, creator=self.name, cost=self.cost, row=self.cost_row, here=cost)
            return refusal("two_costs", said, "cost", number)
        if cost is not None and self.cost is None:
            self.cost, self.cost_row = cost, number
        return None

    def has(self, name: str) -> bool:
        """Whether a column is entered for any of the posts."""
        return any(post.get(name) is not None for post in self._posts)

    def audiences(self, audience: str) -> list[float | None]:
        """What each post is divided by; a blank follower count is the one above it."""
        if audience != "followers":
            return [number_in(post, audience) for post in self._posts]
        filled = filled_down([number_in(row, "followers") for row in self._all])
        return [filled[place] for place, row in enumerate(self._all) if _is_post(row)]

    def count(self, parts: list[str], audience: str) -> None:
        """Work out the rates of the posts that hold all that is counted, and an audience above 0."""
        self.rates, self.engagements, self.zeros = [], [], []
        audiences = self.audiences(audience)
        for place, post in enumerate(self._posts):
            values = [number_in(post, part) for part in parts]
            known = [value for value in values if value is not None]
            whole = audiences[place]
            if len(known) == len(parts) and whole:
                self.engagements.append(total(known))
                self.rates.append(total(known) / whole)
                self.zeros += [] if total(known) else [self.numbers[place]]
        self.sample = Sample(self.rates)

    def blanks(self, name: str) -> list[int]:
        """The table’s rows in which a post has nothing in a column."""
        values = self.audiences(name)
        return [number for place, number in enumerate(self.numbers) if values[place] is None]

    def noughts(self, audience: str) -> list[int]:
        """The table’s rows in which a post has an audience of 0."""
        values = self.audiences(audience)
        return [number for place, number in enumerate(self.numbers) if values[place] == 0]


def _is_post(row: "Line") -> bool:
    return any(row.get(name) is not None for name in COUNTED)


def grouped(rows: "Sequence[Line]") -> tuple[list[Creator], list[Problem]]:
    """The creators in the order of the table, and what of it is refused; capitals make no difference to a name."""
    creators: list[Creator] = []
    places: dict[str, Creator] = {}
    keys: dict[str, str] = {"": ""}
    nameless, problems = [], []
    for index, row in enumerate(rows):
        name = text_in(row, "creator")
        if name not in keys:
            keys[name] = lowered(tidied(name))
        key = keys[name]
        if not key:
            nameless += [index + 1] if any(value is not None for value in row.values()) else []
            continue
        if key not in places:
            places[key] = Creator(tidied(name), index + 1)
            creators.append(places[key])
        contradiction = places[key].add(index + 1, row)
        problems += [contradiction] if contradiction else []
    return creators, _nameless(nameless) + problems


def _nameless(numbers: list[int]) -> list[Problem]:
    if not numbers:
        return []
    said = say_of(
        len(numbers),
        "This row holds numbers and no creator; write whose post it is, or empty the row.",
        "Rows {rows} hold numbers and no creator; write whose post it is, or empty the row.",
        rows=numbers,
    )
    return [refusal("no_creator", said, "creator", numbers[0])]
