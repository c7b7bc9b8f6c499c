// What the workers of both interpreters do alike: start once, then answer questions as JSON text.

/**
 * @param {(given: { manifest: object, base: string, saveData: boolean }) => Promise<(question: string) => string>} start
 *   starts the interpreter and gives its door
 */
export function serve(start) {
  let answer = null;
  const duties = {
    start: async (given) => {
      answer = await start(given);
      return { type: "ready" };
    },
    ask: ({ id, question }) => ({ type: "answer", id, json: answer(question) }),
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
