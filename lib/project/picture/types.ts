/** A picture of a result; its bytes are at `/api/files/[id]`. */
export type PictureLine = {
  readonly id: string;
  readonly alt: string;
  readonly width: number;
  readonly height: number;
  /** Whether whoever looks may take it away. */
  readonly mayRemove: boolean;
};

/** A picture among the files of the project, to be chosen. */
export type PictureChoice = { readonly id: string; readonly name: string };
