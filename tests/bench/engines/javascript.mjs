// The engagement rate by hand: what a page without Python would ship.
const PARTS = { public: ["likes", "comments"], full: ["likes", "comments", "shares", "saves"] };
const AUDIENCES = ["followers", "reach", "impressions", "views"];
const FACTORS = { k: 1e3, m: 1e6 };

function read(text) {
  const [, number, suffix] = /^([\d.]+)([km]?)$/i.exec(text.replace(/[\s,]/g, "")) ?? [];
  return number === undefined ? null : Number(number) * (FACTORS[suffix.toLowerCase()] ?? 1);
}

function numbers(texts) {
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, read(text)]));
}

const total = (list) => list.reduce((sum, each) => sum + each, 0);

function median(sorted) {
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

function ratesOf(posts, kind, audience) {
  const counted = PARTS[kind].filter((part) => posts.some((post) => post[part] != null));
  if (!counted.includes("likes") || (kind === "full" && !counted.includes("shares") && !counted.includes("saves"))) return {};
  const pairs = posts.map((post) => (counted.some((part) => post[part] == null) || !(post[audience] > 0) ? null : [total(counted.map((part) => post[part])), post[audience]]));
  const used = pairs.filter(Boolean);
  if (used.length === 0) return {};
  const rates = used.map(([engagements, people]) => engagements / people);
  const name = `${kind}_by_${audience}`;
  return {
    [`${name}_per_post`]: pairs.map((pair) => pair && pair[0] / pair[1]),
    [`${name}_mean`]: total(rates) / rates.length,
    [`${name}_median`]: median(rates.toSorted((one, other) => one - other)),
    [`${name}_pooled`]: total(used.map(([engagements]) => engagements)) / total(used.map(([, people]) => people)),
  };
}

function answer() {
  const { texts, rows } = typed();
  const inputs = numbers(texts);
  const posts = rows.length > 0 ? rows.map((row) => ({ followers: inputs.followers, ...numbers(row) })) : [inputs];
  const results = { posts_entered: posts.length, posts_used: posts.filter((post) => post.likes != null).length };
  for (const kind of Object.keys(PARTS)) for (const audience of AUDIENCES) Object.assign(results, ratesOf(posts, kind, audience));
  show(results);
}

element.addEventListener("input", answer);
answer();
