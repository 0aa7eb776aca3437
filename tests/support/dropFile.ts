import type { Page } from '@playwright/test';

/** Drops a file on the window, as a hand does. A large one is a text with how many times its last line comes. */
export async function dropFile(
  page: Page,
  name: string,
  content: string | Uint8Array | readonly [text: string, times: number],
): Promise<void> {
  const [body, times] = typeof content === 'string' || content instanceof Uint8Array ? [content, 1] : content;
  const base64 = Buffer.from(body).toString('base64');
  await page.evaluate(
    ([name, base64, times, piece]) => {
      const dataTransfer = new DataTransfer();
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const last = bytes.subarray(bytes.lastIndexOf(10, bytes.length - 2) + 1);
      // Pieces that all are one piece: a large file takes as little memory here as one on a disk.
      const rows = (count: number) => new Blob([new TextDecoder().decode(last).repeat(count)]);
      const [whole, rest] = [Math.floor((times - 1) / piece), (times - 1) % piece];
      const more = times > 1 ? [...new Array<Blob>(whole).fill(rows(piece)), rows(rest)] : [];
      dataTransfer.items.add(new File([bytes, ...more], name));
      for (const type of ['dragenter', 'dragover', 'drop'])
        document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
    },
    [name, base64, times, 10_000] as const,
  );
}
