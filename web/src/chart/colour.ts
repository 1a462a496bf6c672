// A colour of the style sheet, for what is drawn on a canvas: as the theme has it now.
let probe: HTMLElement | undefined;

export function colour(name: string): string {
  if (!probe) {
    probe = document.createElement("i");
    probe.hidden = true;
    document.body.append(probe);
  }
  probe.style.color = `var(--${name})`;
  return getComputedStyle(probe).color;
}
