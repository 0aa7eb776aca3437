import { useEffect, useState } from 'react';

/** For a dialog that is taken away whole when it closes: the focus goes back to what had it when the dialog came. */
export function useReturnFocus(): void {
  const [opener] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true });
    },
    [opener],
  );
}
