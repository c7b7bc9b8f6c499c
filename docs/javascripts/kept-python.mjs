// Python's files as the service worker keeps them.

const PATIENCE_IN_MS = 2000;

/**
 * Drop those that are damaged, so that the next start fetches them from the host. The sound ones stay: without a network
 * there are no others.
 * @returns {Promise<boolean>} whether there was anything to drop
 */
export async function forgetKeptPython() {
  const worker = controller();
  if (!worker) return false;
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => resolve(data);
    setTimeout(() => resolve(false), PATIENCE_IN_MS);
    worker.postMessage({ type: "mend-python" }, [port2]);
  });
}

/** A frame that may not store anything may not even ask. */
function controller() {
  try {
    return navigator.serviceWorker?.controller;
  } catch {
    return null;
  }
}
