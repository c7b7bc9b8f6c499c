// What the workers of both interpreters do alike: start once, then answer questions as JSON text.

const QUIET_IN_MS = 300;
const STEP_IN_MS = 100;

/**
 * @param {(given: { manifest: object, base: string, saveData: boolean }) => Promise<object>} start
 *   starts the interpreter and gives its package of calculators
 */
export function serve(start) {
  let calculators = null;
  let next = 0;
  const duties = {
    start: async (given) => {
      calculators = await start(given);
      calculators.listen((share) => {
        if (performance.now() < next) return;
        next = performance.now() + STEP_IN_MS;
        self.postMessage({ type: "working", share });
      });
      return { type: "ready" };
    },
    ask: ({ id, question }) => {
      next = performance.now() + QUIET_IN_MS;
      return { type: "answer", id, json: calculators.answer_json(question) };
    },
  };
  self.addEventListener("message", async ({ data }) => {
    try {
      self.postMessage(await duties[data.type](data));
    } catch (error) {
      self.postMessage({ type: kind(data.type, error), id: data.id, message: String(error.message ?? error) });
    }
  });
}

/** An error of Python's own leaves it alive; anything else means that the engine is gone. */
function kind(duty, error) {
  if (duty === "start") return error instanceof Spoiled ? "crashed" : "failed";
  return error.name === "PythonError" || error.constructor.name === "PythonError" ? "error" : "crashed";
}

/** A start that went wrong for a reason that is gone by now: a new worker will do better. */
export class Spoiled extends Error {}
