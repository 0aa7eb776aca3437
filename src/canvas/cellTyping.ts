/**
 * Lets text into a cell that has the focus, whatever it comes from: an input method, dictation, a list of emoji. An input
 * method writes into what has the focus at its first key and nowhere else, so the cell itself can be written in. What is
 * being composed shows in the cell (`data-composing`); once it is settled the cell is emptied and `onText` has the text.
 */
export function cellTyping(cell: HTMLElement, onText: (text: string) => void): () => void {
  const onBeforeInput = (event: InputEvent) => {
    if (event.isComposing || event.inputType === 'insertCompositionText') return;
    event.preventDefault();
    if (event.inputType === 'insertText' && event.data?.trim()) onText(event.data);
  };
  const onStart = () => {
    cell.dataset.composing = '';
  };
  const onEnd = () => {
    const text = cell.textContent;
    delete cell.dataset.composing;
    cell.textContent = '';
    if (text.trim() !== '') onText(text);
  };
  cell.addEventListener('beforeinput', onBeforeInput);
  cell.addEventListener('compositionstart', onStart);
  cell.addEventListener('compositionend', onEnd);
  return () => {
    cell.removeEventListener('beforeinput', onBeforeInput);
    cell.removeEventListener('compositionstart', onStart);
    cell.removeEventListener('compositionend', onEnd);
  };
}
