import js from "@eslint/js";

const browser = ["AbortController", "CSS", "CustomEvent", "EventTarget", "FormData", "HTMLElement", "IntersectionObserver", "Intl"];
const more = ["URL", "URLSearchParams", "Worker", "clearTimeout", "customElements", "document", "fetch", "location", "navigator", "self", "setTimeout"];

export default [
  js.configs.recommended,
  {
    languageOptions: { globals: Object.fromEntries([...browser, ...more].map((name) => [name, "readonly"])) },
    rules: { "prefer-const": "error", "no-var": "error", eqeqeq: "error", "max-lines-per-function": ["error", 40] },
  },
];
