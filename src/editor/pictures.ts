import { createContext, useContext, useEffect, useState } from 'react';

/** Where the pictures of the workspace are kept; a workspace is one. Ids are SHA-256 in hexadecimal. */
export interface Pictures {
  putAsset(bytes: ArrayBuffer, mime: string): Promise<string>;
  getAsset(id: string): Promise<{ mime: string; bytes: ArrayBuffer } | null>;
}

export const PicturesContext = createContext<Pictures | null>(null);

export function usePictures(): Pictures {
  const pictures = useContext(PicturesContext);
  if (pictures === null) throw new Error('No pictures are kept here: this component belongs inside a PicturesContext.');
  return pictures;
}

/** An address at which an image shows the picture of that id; null while it is read and where there is none. */
export function usePictureAddress(id: string | null): string | null {
  const pictures = usePictures();
  const [shown, setShown] = useState<{ id: string; address: string } | null>(null);
  useEffect(() => {
    if (id === null) return;
    let gone = false;
    let address: string | null = null;
    // A picture that cannot be read is as good as none: the persona's mark stands in for it.
    void pictures
      .getAsset(id)
      .catch(() => null)
      .then((asset) => {
        if (asset === null || gone) return;
        address = URL.createObjectURL(new Blob([asset.bytes], { type: asset.mime }));
        setShown({ id, address });
      });
    return () => {
      gone = true;
      if (address === null) return;
      URL.revokeObjectURL(address);
      // The same picture may come back, by an undo: this address shows it no more.
      setShown(null);
    };
  }, [id, pictures]);
  return shown !== null && shown.id === id ? shown.address : null;
}
