// A line that says what was done, with a way back where there is one.
import { useEffect, useState } from "preact/hooks";
import { t } from "../i18n";
import { Icon } from "./parts";

interface Toast {
  id: number;
  text: string;
  bad: boolean;
  action?: { label: string; run: () => void };
}
let toasts: Toast[] = [];
let next = 1;
const listeners = new Set<() => void>();
const tell = () => listeners.forEach((f) => f());

export function drop(id: number): void {
  toasts = toasts.filter((x) => x.id !== id);
  tell();
}
export function toast(text: string, options: { bad?: boolean; action?: Toast["action"] } = {}): void {
  const id = next++;
  toasts = [...toasts.slice(-2), { id, text, bad: options.bad ?? false, ...(options.action ? { action: options.action } : {}) }];
  tell();
  setTimeout(() => drop(id), options.bad ? 12_000 : 7_000);
}

export function Toasts() {
  const [, again] = useState(0);
  useEffect(() => {
    const f = () => again((n) => n + 1);
    listeners.add(f);
    return () => void listeners.delete(f);
  }, []);
  return (
    <div class="toasts" role="status" aria-live="polite">
      {toasts.map((x) => (
        <div key={x.id} class={x.bad ? "toast bad" : "toast"}>
          <bdi dir="auto">{x.text}</bdi>
          {x.action && (
            <button
              class="link"
              onClick={() => {
                drop(x.id);
                x.action?.run();
              }}
            >
              {x.action.label}
            </button>
          )}
          <button class="icon-button" aria-label={t("app.close")} onClick={() => drop(x.id)}>
            <Icon of="close" />
          </button>
        </div>
      ))}
    </div>
  );
}
