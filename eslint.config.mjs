import js from "@eslint/js";

const GLOBALS = [
  ...["AbortController", "Blob", "CSS", "CustomEvent", "DecompressionStream", "EventTarget", "FormData", "HTMLElement"],
  ...["IntersectionObserver", "Intl", "MessageChannel", "PerformanceObserver", "Response", "URL", "URLSearchParams", "WebAssembly", "Worker"],
  ...["caches", "clearTimeout", "crypto", "customElements", "document", "fetch", "history", "location", "navigator", "performance"],
  ...["self", "setInterval", "setTimeout"],
];
const NODE = ["console", "process"];

const named = (names) => Object.fromEntries(names.map((name) => [name, "readonly"]));

export default [
  js.configs.recommended,
  {
    languageOptions: { globals: named(GLOBALS) },
    rules: {
      complexity: ["error", 10],
      curly: ["error", "multi-line"],
      eqeqeq: "error",
      "max-lines": ["error", 170],
      "max-lines-per-function": ["error", 40],
      "no-implicit-coercion": "error",
      "no-restricted-properties": ["error", { property: "innerHTML", message: "Put text into the page with textContent." }],
      "no-shadow": "error",
      "no-var": "error",
      "prefer-const": "error",
    },
  },
  {
    files: ["docs/service-worker*.js"],
    languageOptions: { sourceType: "script", globals: { RELEASE: "readonly" } },
    rules: { "max-lines": ["error", 200] }, // one file, since not every browser's service worker can import
  },
  { files: ["build_scripts/**", "tests/**"], languageOptions: { globals: named([...GLOBALS, ...NODE]) } },
  { files: ["tests/**"], languageOptions: { globals: named(["DOMParser"]) } },
];
