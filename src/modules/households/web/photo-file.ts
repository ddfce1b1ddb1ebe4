/** Longer side of a photograph that is kept, in pixels: a house is well seen, and a village of them can be sent over a telephone. */
const longest = 1600;
const quality = 0.85;

/** A photograph as it is kept: upright and no larger than needed. What the browser cannot read goes as it is; the server says what is wrong with it. */
export async function smaller(file: File): Promise<File> {
  const image = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => null);
  if (image === null) return file;
  const scale = Math.min(1, longest / Math.max(image.width, image.height));
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [Math.round(image.width * scale), Math.round(image.height * scale)];
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
  image.close();
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));
  return blob === null ? file : new File([blob], 'nha.jpg', { type: 'image/jpeg' });
}
