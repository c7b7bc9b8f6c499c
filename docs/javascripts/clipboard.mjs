/** @returns {Promise<boolean>} whether the browser let us put the text on the clipboard */
export async function copied(text) {
  if (!navigator.clipboard) return false;
  return navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  );
}
