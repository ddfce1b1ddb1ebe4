/** A broken wall: its name, the files where it is broken, and the sentence that says where the code belongs. */
export interface Offence {
  wall: string;
  where: string;
  sentence: string;
}
