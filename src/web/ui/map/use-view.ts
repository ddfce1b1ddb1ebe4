import { useState, type PointerEvent } from 'react';
import type { Box } from './shapes.ts';

/** The part of the drawing in view: zoomed by buttons, moved by dragging. */
export function useView(whole: Box) {
  const [moved, setMoved] = useState<{ of: Box; view: Box } | null>(null);
  const [drag, setDrag] = useState<{ x: number; y: number; view: Box; far: boolean } | null>(null);
  const view = moved?.of === whole ? moved.view : whole;
  const zoomed = view !== whole;

  function zoom(by: number): void {
    const [width, height] = [(view.right - view.left) * by, (view.bottom - view.top) * by];
    if (width >= whole.right - whole.left) return setMoved(null);
    const [x, y] = [(view.left + view.right) / 2, (view.top + view.bottom) / 2];
    setMoved({ of: whole, view: { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 } });
  }

  const handlers = {
    onPointerDown: (event: PointerEvent) => zoomed && setDrag({ x: event.clientX, y: event.clientY, view, far: false }),
    onPointerMove: (event: PointerEvent<SVGSVGElement>) => {
      if (!drag || event.buttons === 0) return;
      const scale = event.currentTarget.getScreenCTM()?.a ?? 1;
      const [dx, dy] = [(event.clientX - drag.x) / scale, (event.clientY - drag.y) / scale];
      if (!drag.far && Math.hypot(dx, dy) * scale > 4) setDrag({ ...drag, far: true });
      setMoved({ of: whole, view: { left: drag.view.left - dx, right: drag.view.right - dx, top: drag.view.top - dy, bottom: drag.view.bottom - dy } });
    },
    onPointerUp: () => setTimeout(() => setDrag(null)),
  };
  return { view, zoom, dragging: drag?.far ?? false, handlers };
}
