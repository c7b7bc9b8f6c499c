// Python's files as the service worker keeps them.

const PATIENCE_IN_MS = 2000;

/**
 * Drop them, so that the next start fetches them from the host: one of them may have been damaged.
 * @returns {Promise<boolean>} whether there was anything to drop
 */
export function forgetKeptPython() {
  const worker = navigator.serviceWorker?.controller;
  if (!worker) return Promise.resolve(false);
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => resolve(data);
    setTimeout(() => resolve(false), PATIENCE_IN_MS);
    worker.postMessage({ type: "forget-python" }, [port2]);
  });
}
