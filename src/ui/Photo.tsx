import { useEffect, useRef, useState } from 'react';
import './largeButton.css';
import './photo.css';

interface PhotoProps {
  /** Where the picture is, as an image takes it. */
  readonly address: string;
  /** What it shows. */
  readonly alt: string;
  /** What pressing it does, and what closes it again. */
  readonly hint: string;
  readonly close: string;
  /** Small in a line; wide where there is room. */
  readonly wide?: boolean;
}

/** A small picture that is shown large when it is pressed; Escape, a press anywhere and its button close it again. */
export function Photo({ address, alt, hint, close, wide = false }: PhotoProps) {
  const [isLarge, setIsLarge] = useState(false);
  return (
    <>
      <button
        type="button"
        className="photo"
        data-wide={wide || undefined}
        title={hint}
        aria-haspopup="dialog"
        onClick={() => setIsLarge(true)}
      >
        <img src={address} alt={alt} />
      </button>
      {isLarge && <Large address={address} alt={alt} close={close} onClose={() => setIsLarge(false)} />}
    </>
  );
}

function Large({ address, alt, close, onClose }: Omit<PhotoProps, 'hint' | 'wide'> & { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      className="photo-large"
      aria-label={alt}
      onClose={onClose}
      onClick={(event) => {
        event.stopPropagation();
        // Closed by itself it gives the focus back to what opened it.
        dialog.current?.close();
      }}
      // Neither the map nor a dialog around this one hears the keys: Escape closes only the picture.
      onKeyDown={(event) => event.stopPropagation()}
    >
      <img src={address} alt={alt} />
      <button type="button" className="large-button" data-mantine-stop-propagation="true">
        {close}
      </button>
    </dialog>
  );
}
