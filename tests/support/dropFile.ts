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
    ([name, base64, times]) => {
      const dataTransfer = new DataTransfer();
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const last = bytes.subarray(bytes.lastIndexOf(10, bytes.length - 2) + 1);
      const more = times > 1 ? [new TextDecoder().decode(last).repeat(times - 1)] : [];
      dataTransfer.items.add(new File([bytes, ...more], name));
      for (const type of ['dragenter', 'dragover', 'drop'])
        document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
    },
    [name, base64, times] as const,
  );
}
