// A file of this site, or an error that says what came instead.

/** @returns {Promise<Response>} rejects when the host has no such file */
export async function fetched(address, options) {
  const response = await fetch(address, options);
  if (response.ok) return response;
  await response.body?.cancel(); // an unread body would keep the service worker busy
  throw new Error(`${response.status} for ${response.url}`);
}
