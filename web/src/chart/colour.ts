// A colour of the style sheet, for what is drawn on a canvas.
export const colour = (name: string): string =>
  getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
