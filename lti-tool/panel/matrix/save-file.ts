/** Hands a text to the browser as a file to save. */
export function saveFile(name: string, text: string, mediaType: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: mediaType }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Later: some browsers start to read only after the click is over.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
