// The shapes of docs/openapi.yaml that the page uses.
export type Range = [number, number | null] | null;
export type Status = "machine-coded" | "reviewed" | "corrected";
export type Side = "party" | "state" | "wire" | "local" | "ngo" | "unknown";

export interface Named {
  id: string | null;
  name: string | null;
  name_ar: string | null;
}
export interface Origin extends Named {
  side: Side;
}
export interface Place extends Named {
  country: string | null;
  admin1: string | null;
  admin1_ar: string | null;
  lat: number | null;
  lon: number | null;
  precision: number | null;
}
export interface Facet {
  value: string;
  name: string | null;
  name_ar: string | null;
  n: number;
  side?: Side;
  country?: string | null;
}
export interface Meta {
  program: "daftar";
  version: string;
  data_version: string;
  ledger: string;
  writable: boolean;
  token: "none" | "wrong" | "right";
  reviewer?: string;
  generation: number;
  counts: Record<string, number>;
  days: { from: string | null; to: string | null };
  formats: { as: string; name: string; extension: string; lists: boolean }[];
  fields: { field: string; example: string }[];
  types: { event: string[]; figure: string[] };
  kinds: string[];
}
export interface Overview {
  incidents: number;
  records: number;
  documents: number;
  voices: number;
  undated: number;
  unplaced: number;
  killed: Range;
  injured: Range;
  status: Record<Status, number>;
  days: { from: string | null; to: string | null };
  basis: {
    origins: number;
    parties: number;
    single: number;
    party_only: number;
    sides: { side: Side; origins: number; incidents: number }[];
    top: Facet[];
  };
  types: Facet[];
  countries: Facet[];
  admin1: Facet[];
  places: Facet[];
  actors: Facet[];
  sources: Facet[];
}
export interface Bin {
  from: string;
  to: string;
  n: number;
  long: number;
  killed: number;
  killed_most: number;
}
export interface Timeline {
  by: "day" | "week" | "month" | "year";
  undated: number;
  bins: Bin[];
}
export interface MapPoint extends Named {
  country: string | null;
  admin1: string | null;
  lat: number;
  lon: number;
  precision: number | null;
  n: number;
  killed: number;
  type: string;
}
export interface MapData {
  total: number;
  unplaced: number;
  points: MapPoint[];
}
export interface IncidentRow {
  incident: string;
  type: string;
  time: string | null;
  day_from: number | null;
  day_to: number | null;
  place: Place | null;
  killed: Range;
  injured: Range;
  agents: Named[];
  targets: Named[];
  records: number;
  documents: number;
  outlets: number;
  voices: number;
  origins: number;
  parties: number;
  status: Status;
}
export interface Quote {
  quote: string;
  start: number;
  end: number;
}
export interface ActorMention extends Quote {
  id: string | null;
  name: string | null;
}
export interface Outcome {
  what: string;
  count: Range;
  approx: boolean;
  of: Quote | null;
  label: string | null;
  status: string | null;
  side: string | null;
  women: Range;
  children: Range;
  unit: string | null;
  share?: boolean;
}
export interface PersonMention extends Quote {
  name: string | null;
  role: Quote | null;
  age: Range;
  sex: string | null;
  fate: string | null;
  masked?: true;
}
export interface CodedRecord {
  id: string;
  doc: string;
  kind: string;
  type: string;
  trigger: Quote;
  also: Quote[];
  count: Range;
  approx: boolean;
  direction: string | null;
  time: string | null;
  time_quote: Quote | null;
  said?: string | null;
  places: (ActorMention & { country: string | null; precision: number | null; basis: string | null })[];
  agents: ActorMention[];
  partners: ActorMention[];
  targets: ActorMention[];
  outcomes: Outcome[];
  persons: PersonMention[];
  claimed_by: ActorMention[];
  via: Quote[];
  responsibility: { how: string; by: ActorMention[] } | null;
  stance: string;
  background: boolean;
  rule: string | null;
}
export interface Values {
  type: string;
  time: string | null;
  day_from: number | null;
  day_to: number | null;
  place: Place | null;
  killed: Range;
  injured: Range;
  count: Range;
  stance: string;
}
export interface DocumentBrief {
  document: string;
  id: string;
  title: string | null;
  published: string | null;
  outlet: string | null;
  side: Side;
  url: string | null;
  author: string | null;
  retrieved: string | null;
  version: number;
  current: boolean;
  records: number;
  copies: number;
}
export interface Segment {
  text: string;
  fields?: string[];
  masked?: true;
}
export interface Passage {
  start: number;
  end: number;
  segments: Segment[];
}
export interface Report {
  key: string;
  record: CodedRecord;
  values: Values;
  corrected: Record<string, string | null>;
  status: Status;
  version: string;
  incident: string | null;
  document: DocumentBrief;
  origins: Origin[];
  evidence: Passage[];
}
// A piece of what a finding tells; docs/findings.md lists what each kind has.
export interface Part {
  is: string;
  words?: string;
  named?: Named;
  count?: Range;
  approx?: boolean;
}
export interface Finding {
  finding: string;
  kind: string;
  text: string;
  parts: Part[];
  arithmetic: string | null;
  sentences: { document: DocumentBrief | null; passage: Passage }[];
  records: string[];
  incidents: string[];
  reports?: Report[];
}
export interface Decision {
  number: number;
  verb: string;
  by: string;
  at: string;
  why: string | null;
  field: string | null;
  value: string | null;
  undoes: number | null;
  undone: boolean;
  records: { record: string; document: string; side: number; orphan: boolean }[];
}
export interface Incident extends Omit<IncidentRow, "records"> {
  records: number;
  reports_total: number;
  reports: Report[];
  pairs: string[];
  findings: Finding[];
  decisions: Decision[];
}
export interface MarkedSegment {
  text: string;
  masked?: true;
  marks?: { report: number; field: string }[];
}
export interface FullDocument extends DocumentBrief {
  bytes: number;
  truncated: boolean;
  segments: MarkedSegment[];
  reports: Report[];
  versions: DocumentBrief[];
  others: DocumentBrief[];
}
export interface PersonRow {
  person: string;
  name: string;
  masked: boolean;
  records: number;
  documents: number;
  fates: { fate: string | null; n: number }[];
  first: string | null;
  last: string | null;
}
export interface Claim {
  report: Report;
  agents: Named[];
  place: Place | null;
  from: string | null;
  to: string | null;
  claimed: { count: Range; killed: Range; injured: Range; arrested: Range };
  on_record: { incidents: number; killed: Range; injured: Range; query: Record<string, string> } | null;
}
export interface SeriesPoint {
  record: string;
  document: string;
  time: string | null;
  day: string | null;
  count: Range;
  approx: boolean;
  origins: Origin[];
  outlet: string | null;
  status: Status;
}
export interface Series {
  type: string;
  unit: string | null;
  label: string | null;
  place: Place | null;
  holders: Named[];
  figures: number; // of which points are the latest
  points: SeriesPoint[];
}
export interface Job {
  job: string;
  name: string;
  state: "waiting" | "queued" | "running" | "stopping" | "done" | "failed" | "cancelled";
  size: number;
  read: number;
  documents: number;
  missing: { documents: number; published: number; outlet: number } | null;
  preview: { title: string; published: string | null; outlet: string | null; characters: number }[];
  refused: { what: string; why: string }[];
  counts: { new: number; seen: number; completed: number; versions: number; copies: number; refused: number; records: number };
  result: string | null;
  error: string | null;
}
export interface Page<T> {
  total: number;
  offset: number;
  rows: T[];
}
