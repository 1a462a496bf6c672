// Talks to the server under /api/v1, and gives views what it answers as they draw.
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { state, useStore } from "./store";

const BASE = "/api/v1";

export class ApiError extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly what = "", // the parameter or field that is meant
  ) {
    super(message);
  }
}

type Params = Record<string, string | number | undefined>;

export function url(path: string, params: Params = {}): string {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(params)) {
    if (value !== undefined && value !== "") query.set(key, String(value));
  }
  const text = query.toString();
  return BASE + path + (text ? `?${text}` : "");
}

export function headers(): Record<string, string> {
  return state.token ? { "X-Daftar-Token": state.token } : {};
}

async function explain(answer: Response): Promise<ApiError> {
  let detail = answer.statusText || String(answer.status);
  let what = "";
  try {
    const problem = (await answer.json()) as { detail?: string; title?: string; what?: string };
    detail = problem.detail || problem.title || detail;
    what = problem.what ?? "";
  } catch {
    // no problem details: the status will do
  }
  return new ApiError(answer.status, detail, what);
}

export async function get<T>(path: string, params: Params = {}, signal?: AbortSignal): Promise<T> {
  const answer = await fetch(url(path, params), { headers: headers(), ...(signal ? { signal } : {}) });
  if (!answer.ok) throw await explain(answer);
  return (await answer.json()) as T;
}

export async function send<T>(method: "POST" | "DELETE", path: string, body?: unknown): Promise<T> {
  const answer = await fetch(url(path), {
    method,
    headers: { ...headers(), "Content-Type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw await explain(answer);
  return (await answer.json()) as T;
}

// fetch tells nothing of how far it has sent; XMLHttpRequest does.
export function upload<T>(path: string, params: Params, file: Blob, progress: (share: number) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", url(path, params));
    for (const [name, value] of Object.entries(headers())) request.setRequestHeader(name, value);
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.upload.onprogress = (e) => e.lengthComputable && progress(e.loaded / e.total);
    request.onerror = () => reject(new ApiError(0, ""));
    request.onload = () => {
      let answer: { detail?: string; title?: string } = {};
      try {
        answer = JSON.parse(request.responseText) as typeof answer;
      } catch {
        // not JSON: the status tells
      }
      if (request.status >= 200 && request.status < 300) resolve(answer as T);
      else reject(new ApiError(request.status, answer.detail || answer.title || request.statusText));
    };
    request.send(file);
  });
}

export async function download(path: string, params: Params): Promise<void> {
  const answer = await fetch(url(path, params), { headers: headers() });
  if (!answer.ok) throw await explain(answer);
  const name = /filename="([^"]+)"/.exec(answer.headers.get("Content-Disposition") ?? "")?.[1] ?? "daftar";
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await answer.blob());
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

export interface Answer<T> {
  data: T | undefined;
  error: ApiError | undefined;
  loading: boolean;
  again: () => void;
}

// What `path` answers; asked again when the parameters or the ledger change. The old answer stays
// until the new one is there, so that a view does not blink. null: ask nothing. It is asked before the
// browser paints what waits for it: the server works meanwhile.
export function useApi<T>(path: string | null, params: Params = {}): Answer<T> {
  const { changed, token } = useStore();
  const [tries, setTries] = useState(0);
  const [answer, setAnswer] = useState<{ path: string | null; data?: T; error?: ApiError; loading: boolean }>({
    path,
    loading: path !== null,
  });
  const key = path === null ? "" : url(path, params);
  const asked = useRef("");
  useLayoutEffect(() => {
    if (path === null) return;
    const abort = new AbortController();
    asked.current = key;
    setAnswer((old) => ({ ...(old.path === path ? old : { data: undefined }), path, loading: true }));
    get<T>(path, params, abort.signal).then(
      (data) => setAnswer({ path, data, loading: false }),
      (error: unknown) => {
        if (abort.signal.aborted) return;
        setAnswer((old) => ({
          path,
          data: old.path === path ? old.data : undefined,
          error: error instanceof ApiError ? error : new ApiError(0, ""),
          loading: false,
        }));
      },
    );
    return () => abort.abort();
  }, [key, changed, token, tries]);
  const mine = answer.path === path;
  return {
    data: mine ? answer.data : undefined,
    error: mine && !answer.loading ? answer.error : undefined,
    loading: answer.loading || !mine,
    again: () => setTries((n) => n + 1),
  };
}
