import { Button, Group, Modal } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useReturnFocus } from '../../ui/useReturnFocus.ts';
import { fitCrop, MAX_ZOOM, squareOf, wholeOf } from './crop.ts';
import { cutOut, drawPart } from './readPicture.ts';

/** Side of the square on the screen. */
const VIEW = 280;
/** Part of the square that a press of an arrow key moves it by. */
const STEP = 0.05;

const arrows: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

interface CropDialogProps {
  readonly picture: ImageBitmap;
  readonly onKeep: (part: Blob) => Promise<void>;
  readonly onClose: () => void;
}

/** Chooses the square of a picture that is kept: dragged or moved by the arrow keys, and a slider to zoom. */
export function CropDialog({ picture, onKeep, onClose }: CropDialogProps) {
  const { t } = useTranslation();
  useReturnFocus();
  // The dialog puts it on the page only after its first render.
  const [canvas, setCanvas] = useState<HTMLCanvasElement | null>(null);
  const held = useRef({ x: 0, y: 0 });
  const [crop, setCrop] = useState(() => wholeOf(picture));
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    if (canvas !== null) drawPart(canvas, picture, crop);
  }, [canvas, picture, crop]);
  /** Moves the square by parts of its side. */
  const move = (dx: number, dy: number) =>
    setCrop((now) => {
      const { side } = squareOf(picture, now);
      return fitCrop(picture, { ...now, x: now.x + dx * side, y: now.y + dy * side });
    });
  const zoomTo = (zoom: number) => setCrop((now) => fitCrop(picture, { ...now, zoom }));
  const keep = async () => {
    setBusy(true);
    setProblem('');
    try {
      const part = await cutOut(picture, crop);
      if (part === null) setProblem(t('profile.pictureProblems.broken'));
      else await onKeep(part);
    } catch {
      setProblem(t('profile.pictureProblems.notKept'));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal
      opened
      size={VIEW + 60}
      onClose={onClose}
      title={t('profile.crop')}
      closeButtonProps={{ 'aria-label': t('panel.close') }}
    >
      <div
        className="crop"
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys move what is seen in it
        tabIndex={0}
        data-autofocus
        aria-label={t('profile.cropArea')}
        onKeyDown={(event) => {
          const arrow = arrows[event.key];
          if (arrow !== undefined) move(arrow[0] * STEP, arrow[1] * STEP);
          else if (event.key === '+' || event.key === '=') zoomTo(crop.zoom * 1.1);
          else if (event.key === '-') zoomTo(crop.zoom / 1.1);
          else return;
          event.preventDefault();
        }}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          held.current = { x: event.clientX, y: event.clientY };
        }}
        onPointerMove={(event) => {
          if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
          move((held.current.x - event.clientX) / VIEW, (held.current.y - event.clientY) / VIEW);
          held.current = { x: event.clientX, y: event.clientY };
        }}
        onWheel={(event) => zoomTo(crop.zoom * (event.deltaY < 0 ? 1.08 : 1 / 1.08))}
      >
        <canvas ref={setCanvas} width={2 * VIEW} height={2 * VIEW} />
      </div>
      <label className="crop-zoom">
        {t('profile.cropZoom')}
        <input
          type="range"
          min={1}
          max={MAX_ZOOM}
          step={0.01}
          value={crop.zoom}
          onChange={(event) => zoomTo(Number(event.currentTarget.value))}
        />
      </label>
      {problem !== '' && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      <Group justify="flex-end" mt="md">
        <Button size="xs" loading={busy} onClick={keep}>
          {t('profile.keepPicture')}
        </Button>
      </Group>
    </Modal>
  );
}
