// Numbers as people read them: the same CLDR rules as at build (half-even, explicit digits, grouped, never −0).

const formats = new Map();

/** A ratio as a percentage, money in the guide's currency, anything else as a plain number. */
export function formatNumber(number, unit, digits, { language, currency }) {
  const key = `${unit} ${digits} ${language} ${currency}`;
  if (!formats.has(key)) formats.set(key, new Intl.NumberFormat(language, options(unit, digits, currency)));
  return formats.get(key).format(number).replaceAll("\u202f", "\u00a0");
}

function options(unit, digits, currency) {
  const shared = {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    roundingMode: "halfEven",
    signDisplay: "negative",
    useGrouping: "always",
  };
  if (unit === "ratio") return { style: "percent", ...shared };
  return unit === "money" ? { style: "currency", currency, ...shared } : shared;
}
