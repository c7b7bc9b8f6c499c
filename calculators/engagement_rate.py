"""Engagement rate: how much of an audience reacts to a post.

A rate is engagements divided by an audience. Both words have several meanings in use, and the answers lie far apart, so
every result here carries its definition in its name: `public_by_followers_median` is *public* engagements, divided by
*followers*, as the *median* of the posts. Rates of different definitions can’t be compared.

## Formula

For one post: rate = engagements ÷ audience.

- Engagements are **public** (likes + comments: anybody can count them) or **full** (likes + comments + shares + saves:
  the last two often come from the creator’s own figures).
- The audience is **followers**, **reach** (people who saw it), **impressions** (times it was shown) or **views**.

Several posts have a rate each, and three averages:

- **mean**: the rates added up and divided by how many there are. One viral post can dominate it.
- **median**: the rate in the middle. It says what a usual post does, and hides that a post may go viral.
- **pooled**: the engagements of all posts divided by the audiences of all posts. Large posts weigh more.

How sure an average of several posts is:

- **median**: an interval between two of the posts in order of size. It holds the median in at least 95% of cases
  whatever the distribution, and `_coverage` says in how many exactly. That takes six posts; with three to five, the
  interval assumes that the logarithms of the rates are normal, and the answer says so.
- **mean**: Student’s t interval. It is not given where a post lies far from the others, since it would be wrong there.
- **pooled**: the delta method with Student’s quantile.

All of them hold for posts like these; a creator’s last posts are no random sample of the next ones. Posts far from the
others (modified z-score beyond 3.5, by public rate of followers) are named in `flags`, and counted all the same.

Each post’s own follower count, where it is entered, takes the place of the one that is meant for all.

## Zero case

An audience of zero has no rate: the result is undefined, not 0%. Zero engagements of a real audience are a rate of 0%.

## Traps

- **Blank is not zero.** Where likes are hidden, leave them blank: that post is left out and the answer says how many of
  how many were used. Counting it as zero pulls every average down. Some collected data marks hidden likes with a small
  made-up number; blank those as well.
- A column that is entered nowhere isn’t counted, and the answer says so. Without likes there is no rate, and without
  shares and saves there is no full rate.
- **Not every post is a usual one.** A pinned, boosted or shared (collab) post, and one younger than a week, can be
  marked to be left out; the answer names those that are.
- Followers are meant as of the post’s day; today’s count makes a growing account look weaker than it was.
- The sum of several posts entered as one, divided by followers, is not the rate of a post. By reach, impressions or
  views it is the pooled rate.
- Impressions and views are counted differently by each platform, and some have changed how they count.
- A rate above 100% is possible when a post travels beyond its followers. It is worth a second look, and gets a note.

## Examples

What is the rate of one post with 1,180 likes and 46 comments, for an account with 35,000 followers?

    >>> outcome = calculate({"followers": 35000, "likes": 1180, "comments": 46}, [])
    >>> outcome.results["public_by_followers_median"]
    0.03502857142857143

One of three posts went viral. What do the mean and the median say?

    >>> posts = [{"likes": 600}, {"likes": 650}, {"likes": 9800}]
    >>> outcome = calculate({"followers": 50000}, posts)
    >>> outcome.results["public_by_followers_mean"], outcome.results["public_by_followers_median"]
    (0.07366666666666667, 0.013)
    >>> outcome.problems[0].text
    'Engagements counted: likes (comments not entered).'

The likes of one of two posts are hidden. Is it counted as zero?

    >>> posts = [{"likes": 600, "comments": 9}, {"comments": 12}]
    >>> outcome = calculate({"followers": 50000}, posts)
    >>> outcome.results["public_by_followers_mean"]
    0.01218
    >>> outcome.problems[0].text
    'Rates by followers: 1 used of 2 entered (likes blank in row 2).'

How sure is the rate of a typical post, and which posts are unusual?

    >>> likes = [640, 585, 702, 610, 668, 540, 9800, 655]
    >>> outcome = calculate({"followers": 50000}, [{"likes": count} for count in likes])
    >>> outcome.results["public_by_followers_median_low"], outcome.results["public_by_followers_median_high"]
    (0.0108, 0.196)
    >>> outcome.results["public_by_followers_median_coverage"], outcome.results["flags"]
    (0.9921875, [7])

What is the rate of an account with no followers?

    >>> outcome = calculate({"followers": 0, "likes": 3}, [])
    >>> outcome.results.get("public_by_followers_mean") is None
    True
    >>> outcome.problems[1].text
    'Rates by followers are undefined (followers is 0).'

## Sources

- (Likes + comments) ÷ followers: HypeAuditor and GRIN (help pages, no year stated). By reach: Omni Calculator (no year
  stated) and, as reported by others, Hootsuite.
- The median: HypeAuditor (recent posts) and Modash (likes only). The mean on purpose, to include viral posts:
  infludata. Against averages: Fohr. (Help pages and an article, no year stated.)
- Intervals from order statistics: David and Nagaraja, *Order Statistics* (2003). The delta method for sums divided by
  sums: Deng, Knoblich and Lu (2018). The modified z-score: Iglewicz and Hoaglin (1993), here as cited by others.
- Followers as of the post’s day: NapoleonCat. Hidden likes shown as missing: Dash Social. (Help pages, no year stated.)
- Views in place of impressions on Instagram: Meta’s documentation for developers (no year stated).
- Association of National Advertisers, *Influencer Marketing Measurement Guidelines* (2022), endorsed by the Media
  Rating Council: defines reach, views, impressions and engagement rate, and tabulates how platforms count engagement.
"""

from ._fields import (
    Example,
    Input,
    Line,
    Outcome,
    Problem,
    Result,
    Results,
    Row,
    Text,
    note,
    number_in,
    text_in,
)
from ._rate_workings import rate_workings
from ._ratios import Ratios, is_entered
from ._said import Said, english, in_rows, joined_by, say, say_of, word, words
from ._sureness import far_off_notes, few_posts_notes, range_results, ranges_of

NUMERATORS = (("public", ("likes", "comments")), ("full", ("likes", "comments", "shares", "saves")))
AUDIENCES = ("followers", "reach", "impressions", "views")
AVERAGES = (
    ("per_post", "{} ÷ {}, each post"),
    ("mean", "{} ÷ {}, mean of the posts"),
    ("median", "{} ÷ {}, median of the posts"),
    ("pooled", "sum of {} ÷ sum of {}"),
)
NEEDED = {"public": "Needs likes and {} above 0.", "full": "Needs likes, shares or saves, and {} above 0."}
MOST_USUAL = {"followers": 1.0, "reach": 4.0, "impressions": 4.0, "views": 4.0}  # above it, a rate gets a note

FOLLOWERS = Input(
    "followers",
    "count",
    whole=True,
    names=["follower", "follower count", "followers count", "subscribers", "abonnenten", "abonnés"],
)
COUNTS = [
    Input(
        "likes",
        "count",
        whole=True,
        names=["like", "like count", "likes count", "number of likes", "reactions", "gefällt mir", "j’aime"],
    ),
    Input(
        "comments",
        "count",
        whole=True,
        names=["comment", "comment count", "comments count", "number of comments", "kommentare", "commentaires"],
    ),
    Input(
        "shares",
        "count",
        whole=True,
        names=["share", "share count", "shares count", "reposts", "retweets", "geteilt", "partages"],
    ),
    Input(
        "saves",
        "count",
        whole=True,
        names=["save", "saved", "save count", "saves count", "bookmarks", "gespeichert", "enregistrements"],
    ),
    Input(
        "reach",
        "count",
        whole=True,
        names=["reached", "accounts reached", "people reached", "unique reach", "reichweite", "portée"],
    ),
    Input(
        "impressions",
        "count",
        whole=True,
        names=["impression", "impression count", "impressions count", "impressionen"],
    ),
    Input(
        "views",
        "count",
        whole=True,
        names=["view", "view count", "views count", "video views", "plays", "play count", "aufrufe", "vues"],
    ),
]
STRIP = [f"public_by_{audience}" for audience in AUDIENCES]
LEFT_OUT = Text(
    "left_out",
    choices=["pinned", "boosted", "collab", "younger than 7 days", "other"],
    names=["left out because", "exclude", "excluded", "not counted"],
)
INPUTS = [FOLLOWERS]
INPUTS += COUNTS
COLUMNS: list[Input | Text] = list(COUNTS)
COLUMNS += [FOLLOWERS, LEFT_OUT]


def _averages(kind: str, parts: tuple[str, ...], audience: str) -> list[Result]:
    sum_of_parts, needed = f"({' + '.join(parts)})", NEEDED[kind].format(audience)
    return [
        Result(
            f"{kind}_by_{audience}_{name}",
            "ratio",
            2,
            text.format(sum_of_parts, audience),
            needed,
            many=name == "per_post",
        )
        for name, text in AVERAGES
    ]


RESULTS = [
    result
    for kind, parts in NUMERATORS
    for audience in AUDIENCES
    for result in _averages(kind, parts, audience) + range_results(kind, audience)
] + [
    Result("posts_entered", "count", 0, "posts with a number besides followers", "Needs a post."),
    Result("posts_used", "count", 0, "posts used in the first rate that is defined", "Needs a post."),
    Result("flags", "rows", 0, "posts whose public rate of followers lies far from the others", "Needs several posts."),
]


def _posts(table: list[list[int]]) -> list[Row]:
    names = ("likes", "comments", "shares", "saves", "reach")
    return [{name: numbers[index] for index, name in enumerate(names)} for numbers in table]


EXAMPLES = [
    Example(
        "creator-b",
        {"followers": 50000},
        _posts(
            [
                [640, 14, 4, 12, 9900], [585, 11, 3, 10, 9200], [702, 17, 5, 15, 10400], [610, 12, 3, 11, 9500],
                [668, 15, 4, 13, 10100], [540, 9, 2, 8, 8800], [9800, 410, 350, 620, 118000], [655, 14, 4, 12, 9800],
                [598, 12, 3, 10, 9300], [720, 18, 6, 16, 10700], [575, 10, 3, 9, 9000], [633, 13, 4, 12, 9700],
            ]
        ),
    ),
    Example(
        "creator-a",
        {"followers": 35000},
        _posts(
            [
                [1180, 46, 12, 58, 9800], [960, 31, 9, 40, 8700], [1340, 62, 20, 75, 11200], [1010, 38, 7, 44, 9100],
                [1225, 51, 15, 63, 10300], [890, 27, 6, 33, 8100], [1105, 44, 11, 52, 9500], [1420, 70, 24, 88, 11900],
                [1050, 35, 8, 47, 9000], [1290, 55, 18, 70, 10800], [1150, 41, 10, 55, 9600], [985, 33, 9, 41, 8800],
            ]
        ),
    ),
]  # fmt: skip


def calculate(inputs: Line, rows: list[Line]) -> Outcome:
    """Work out every rate that the entered numbers allow, from one post (``inputs``) or a table (``rows``)."""
    outcome = Outcome()
    posts = [_post(row, number_in(inputs, "followers")) for row in rows or [inputs]]
    kinds = _kinds(posts)
    outcome.problems += _beside_table(inputs) + _marked(rows) if rows else []
    outcome.problems += [problem for kind, parts in kinds for problem in _not_counted(kind, parts)]
    outcome.results["posts_entered"] = len([post for post in posts if is_entered(post)])
    outcome.results["posts_used"] = 0
    for audience in AUDIENCES:
        rates = [(kind, Ratios(parts, audience, posts)) for kind, parts in kinds]
        for kind, ratios in rates:
            outcome.results.update(_results(kind, ratios, bool(rows)))
            outcome.workings.update(rate_workings(f"{kind}_by_{audience}_", ratios))
            outcome.results["posts_used"] = outcome.results["posts_used"] or ratios.used
        outcome.problems += _left_out(rates, bool(rows)) + _unusual(audience, rates, bool(rows))
    if rows and kinds:
        public = Ratios(kinds[0][1], "followers", posts)
        flags: list[float | None] = list(public.far_off() or [])
        outcome.results["flags"] = flags
        outcome.problems += few_posts_notes(outcome.results["posts_used"]) + far_off_notes(public)
    return outcome


def _post(row: Line, followers: float | None) -> Row:
    """A post’s numbers, with the follower count for all where it has none of its own; followers alone are no post."""
    marked = text_in(row, LEFT_OUT.name)
    post = {column.name: None if marked else number_in(row, column.name) for column in COUNTS}
    own = number_in(row, "followers")
    is_post = is_entered(post)
    post["followers"] = (followers if own is None else own) if is_post else None
    return post


def _kinds(posts: list[Row]) -> list[tuple[str, list[str]]]:
    """The kinds of engagements that can be counted, and the columns that are entered for them."""
    kinds = []
    for kind, parts in NUMERATORS:
        counted = [part for part in parts if _in_any(posts, part)]
        if "likes" in counted and (kind == "public" or "shares" in counted or "saves" in counted):
            kinds.append((kind, counted))
    return kinds


def _results(kind: str, ratios: Ratios, many: bool) -> Results:
    if not ratios.used:
        return {}
    prefix = f"{kind}_by_{ratios.divisor}_"
    found: Results = {
        prefix + "per_post": ratios.each if many else ratios.each[0],
        prefix + "mean": ratios.mean(),
        prefix + "median": ratios.median(),
        prefix + "pooled": ratios.pooled(),
    }
    if many:
        found.update(ranges_of(prefix, ratios))
    return found


def _marked(rows: list[Line]) -> list[Problem]:
    """Name the posts that are marked to be left out, by their reason."""
    groups = []
    for reason in LEFT_OUT.choices:
        marked = [index + 1 for index, row in enumerate(rows) if text_in(row, LEFT_OUT.name) == reason]
        groups += [say("{rows} ({reason})", rows=in_rows(marked), reason=say(reason))] if marked else []
    return [note("marked", say("Left out as marked: {groups}.", groups=groups))] if groups else []


def _beside_table(inputs: Line) -> list[Problem]:
    beside = [field.name for field in INPUTS if field.name != "followers" and inputs.get(field.name) is not None]
    if not beside:
        return []
    said = say_of(
        len(beside),
        "Beside the table, {fields} is not used: the table’s rows are.",
        "Beside the table, {fields} are not used: the table’s rows are.",
        fields=words(beside),
    )
    return [note("beside_table", said, beside[0])]


def _not_counted(kind: str, counted: list[str]) -> list[Problem]:
    missing = [part for name, parts in NUMERATORS if name == kind for part in parts if part not in counted]
    if not missing:
        return []
    text = "Engagements counted: {counted} ({missing} not entered)."
    if kind == "full":
        text = "Engagements counted in full rates: {counted} ({missing} not entered)."
    return [note("not_counted", say(text, kind=kind, counted=words(counted), missing=words(missing)))]


def _left_out(rates: list[tuple[str, Ratios]], many: bool) -> list[Problem]:
    """Say which posts a rate leaves out; full rates only where they leave out others than public ones."""
    problems, before = [], ""
    for kind, ratios in rates:
        reasons = ratios.left_out(many) if _in_any(ratios.rows, ratios.divisor) else []
        why = joined_by("; ", reasons)
        if reasons and english(why) != before:
            problems.append(note("left_out", _used_of(kind, ratios, why), ratios.divisor))
        before = english(why)
    return problems


def _used_of(kind: str, ratios: Ratios, why: Said) -> Said:
    """How many posts a rate is of."""
    if kind == "full":
        text = "Full rates by {audience}: {used} used of {entered} entered ({why})."
        none = "Full rates by {audience} are undefined ({why})."
    else:
        text = "Rates by {audience}: {used} used of {entered} entered ({why})."
        none = "Rates by {audience} are undefined ({why})."
    entered = len([row for row in ratios.rows if is_entered(row)])
    audience = word(ratios.divisor)
    return say(text if ratios.used else none, audience=audience, used=ratios.used, entered=entered, why=why)


def _unusual(audience: str, rates: list[tuple[str, Ratios]], many: bool) -> list[Problem]:
    """Note rates so high that the numbers deserve a second look."""
    most = MOST_USUAL[audience]
    above = sorted({row for _, ratios in rates for row in ratios.above(most)})
    if not above:
        return []
    text = "Rates by {audience} above {most}%: possible, but check the numbers."
    if many:
        text = "Rates by {audience} above {most}% in {rows}: possible, but check the numbers."
    said = say(text, audience=word(audience), most=most * 100, rows=in_rows(above))
    return [note("unusual", said, audience)]


def _in_any(posts: list[Row], name: str) -> bool:
    return any(post[name] is not None for post in posts)
