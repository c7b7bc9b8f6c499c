// Text onto the clipboard, where the browser lets us.

/** @returns {Promise<boolean>} whether it did */
export async function copied(text) {
  if (!navigator.clipboard) return false;
  return navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  );
}
