"""What tests/serve.sh runs: daftar serve, asked everything that docs/openapi.yaml has."""

import concurrent.futures
import gzip
import http.client
import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.parse

import jsonschema
import yaml

DAFTAR, WORK = sys.argv[1:3]
API = yaml.safe_load(open("docs/openapi.yaml", encoding="utf-8"))
TOKEN = "a-token-for-the-test"
called, failures = set(), []


def fail(*words):
    failures.append(" ".join(str(w) for w in words))
    print("FAIL:", *words, file=sys.stderr)


def check(holds, *words):
    if not holds:
        fail(*words)
    return holds


# ---- the server ----


class Server:
    def __init__(self, ledger, *options, token=TOKEN):
        words = [DAFTAR, "serve", "--port", "0", *options, ledger]
        if token:
            words[2:2] = ["--token", token]
        self.process = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.url = self.process.stdout.readline().strip()
        found = re.match(r"http://127\.0\.0\.1:(\d+)/#token=(\S+)$", self.url)
        if not found:
            sys.exit(f"serve does not start: {self.url!r} {self.process.stderr.read()}")
        self.port, self.token = int(found[1]), found[2]

    def ask(self, method, path, body=None, headers=None, token=False, timeout=60):
        """(status, headers, bytes)"""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        head = dict(headers or {})
        if token:
            head["X-Daftar-Token"] = self.token
        try:
            connection.request(method, path, body, head)
        except (BrokenPipeError, ConnectionResetError):
            pass  # refused before all of it was sent
        try:
            answer = connection.getresponse()
            data = answer.read()
        except (ConnectionError, http.client.RemoteDisconnected):
            return 0, {}, b""
        connection.close()
        return answer.status, {k.lower(): v for k, v in answer.getheaders()}, data

    def raw(self, data, wait=5):
        with socket.create_connection(("127.0.0.1", self.port), timeout=wait) as s:
            s.sendall(data)
            got = b""
            try:
                while chunk := s.recv(65536):
                    got += chunk
            except (TimeoutError, ConnectionResetError):
                pass
            return got

    def stop(self, sign=signal.SIGTERM):
        self.process.send_signal(sign)
        try:
            return self.process.wait(30)
        except subprocess.TimeoutExpired:
            self.process.kill()
            return "did not end"


# ---- the contract ----


def schema_of(operation, status, media):
    responses = API["paths"][operation[1]][operation[0]]["responses"]
    response = responses.get(str(status)) or responses["default"]
    if "$ref" in response:
        response = API["components"]["responses"][response["$ref"].rsplit("/", 1)[1]]
    return response["content"].get(media, {}).get("schema")


def holds(operation, status, headers, data):
    """The answer, held against the schema of the call."""
    media = headers.get("content-type", "").split(";")[0]
    schema = schema_of(operation, status, media)
    if schema is None:
        fail(operation, status, "answers", media, "which the contract does not have")
        return None
    value = json.loads(data)
    whole = {"$schema": "https://json-schema.org/draft/2020-12/schema", "components": API["components"], "allOf": [schema]}
    errors = sorted(jsonschema.Draft202012Validator(whole).iter_errors(value), key=lambda e: list(e.path))
    for error in errors[:3]:
        deepest = error
        while deepest.context:
            deepest = deepest.context[0]
        fail(operation, status, "at", "/".join(map(str, error.absolute_path)), deepest.message[:300])
    return value


def call(server, method, pattern, path=None, query=None, want=200, body=None, token=False, media="application/json"):
    operation = (method.lower(), pattern)
    url = "/api/v1" + urllib.parse.quote(path or pattern)
    if query:
        url += "?" + urllib.parse.urlencode(query)
    headers = {}
    if body is not None:
        headers["Content-Type"] = media
        body = json.dumps(body).encode() if media == "application/json" else body
    status, head, data = server.ask(method, url, body, headers, token)
    if status == want and want < 400:
        called.add(API["paths"][pattern][method.lower()]["operationId"])
    check(status == want, method, url, "answers", status, "and not", want, data[:300])
    check(head.get("x-content-type-options") == "nosniff", url, "lacks nosniff")
    if head.get("content-type", "").split(";")[0] in ("application/json", "application/problem+json"):
        return holds(operation, status, head, data)
    return data


def text_of(segments):
    return "".join(s["text"] for s in segments)


# ---- what is asked ----

FILTERS = [
    {},
    {"type": "arrest,airstrike"},
    {"place": "SY"},
    {"place": "SY/Deir ez-Zor"},
    {"place": "دير الزور"},
    {"actor": "isis"},
    {"actor": "داعش"},
    {"from": "2023", "to": "2023-12"},
    {"undated": "1"},
    {"status": "machine-coded"},
    {"min_killed": "1"},
    {"q": "عملية"},
    {"bbox": "38,32,46,38"},
    {"source": "وكالة رافد برس"},
]


def look_around(s):
    meta = call(s, "GET", "/meta")
    check(meta["counts"]["documents"] == 8 and meta["token"] == "none", "meta:", meta)
    check(call(s, "GET", "/meta", token=True)["token"] == "right", "meta does not know the token")
    call(s, "GET", "/credits")
    for f in FILTERS:
        overview = call(s, "GET", "/overview", query=f)
        rows = call(s, "GET", "/incidents", query={**f, "limit": "500"})
        points = call(s, "GET", "/map", query=f)
        bars = call(s, "GET", "/timeline", query={**f, "by": "month"})
        n = len(rows["rows"])
        check(overview["incidents"] == rows["total"] == points["total"] == n, f, "counts differ")
        check(sum(b["n"] for b in bars["bins"]) + bars["undated"] == n, f, "the time line loses some")
        check(sum(p["n"] for p in points["points"]) + points["unplaced"] == n, f, "the map loses some")
        few = call(s, "GET", "/map", query={**f, "most": "1"})
        check(few["unplaced"] == points["unplaced"] and sum(p["n"] for p in few["points"]) + few["unplaced"] == n, f, "few")
        check(sum(p["places"] for p in few["points"]) == len(points["points"]), f, "places that are put together")
        check(sum(overview["status"].values()) == n, f, "status loses some")
    check(call(s, "GET", "/incidents", query={"place": "SY"})["total"] > 0, "nothing in Syria")
    for sort in ("time", "-killed", "place", "type", "review", "-documents", "status", "injured", "-voices"):
        check(len(call(s, "GET", "/incidents", query={"sort": sort})["rows"]) == meta["counts"]["incidents"], sort)
    whole = [r["incident"] for r in call(s, "GET", "/incidents")["rows"]]
    paged = []
    for offset in range(0, len(whole) + 3, 3):
        paged += [r["incident"] for r in call(s, "GET", "/incidents", query={"offset": offset, "limit": 3})["rows"]]
    check(whole == paged, "pages do not make the whole")


def look_closely(s):
    for row in call(s, "GET", "/incidents")["rows"]:
        incident = call(s, "GET", "/incidents/{id}", f"/incidents/{row['incident']}")
        check(incident["reports_total"] == len(incident["reports"]) == row["records"], row["incident"], "reports")
        for report in incident["reports"]:
            sentence = report["evidence"][0]
            fields = {f for g in sentence["segments"] for f in g.get("fields", [])}
            check("trigger" in fields, report["key"], "its sentence does not show the trigger")
            words = "".join(g["text"] for g in sentence["segments"] if "trigger" in g.get("fields", []))
            check(words == report["record"]["trigger"]["quote"], report["key"], "trigger", words)
            check(len(text_of(sentence["segments"]).encode()) == sentence["end"] - sentence["start"] or any(
                g.get("masked") for g in sentence["segments"]), report["key"], "segments lose bytes")
    records = call(s, "GET", "/records", query={"limit": 500})
    for kind in ("event", "tally", "figure", "trend"):
        some = call(s, "GET", "/records", query={"kind": kind, "limit": 500})
        check(some["total"] == sum(r["record"]["kind"] == kind for r in records["rows"]), kind)
    for sort in ("time", "-count", "killed", "outlet", "place", "type", "-status"):
        check(call(s, "GET", "/records", query={"sort": sort})["total"] == records["total"], sort)
    call(s, "GET", "/records/{id}", f"/records/{records['rows'][0]['key']}")
    documents = call(s, "GET", "/documents", query={"q": "عملية"})
    check(documents["total"] > 0, "no document has the word")
    for row in call(s, "GET", "/documents", query={"sort": "outlet"})["rows"]:
        document = call(s, "GET", "/documents/{id}", f"/documents/{row['document']}", {"names": "shown"}, token=True)
        check(len(text_of(document["segments"]).encode()) == document["bytes"], row["id"], "its text is cut wrongly")
        check(len(document["reports"]) == row["records"], row["id"], "records")


def look_further(s):
    people = call(s, "GET", "/people")
    person = people["rows"][0]
    check(person["masked"] and "." in person["name"], "a private name is not masked:", person)
    told = call(s, "GET", "/people", query={"fate": "told"})
    fates = [{f["fate"] for f in row["fates"]} - {None, "none"} for row in told["rows"]]
    check(0 < told["total"] <= people["total"] and all(fates), "people whose fate is told:", fates)
    call(s, "GET", "/people", query={"names": "shown"}, want=401)
    call(s, "GET", "/people", query={"q": "كنعان"}, want=401)
    shown = call(s, "GET", "/people", query={"names": "shown", "q": "كنعان"}, token=True)["rows"][0]
    check(not shown["masked"] and shown["name"] == "كنعان شهاب", "the name is not shown:", shown)
    masked = json.dumps(call(s, "GET", "/people/{id}", f"/people/{person['person']}"), ensure_ascii=False)
    check("كنعان" not in masked, "the name stands in a report of the masked person")
    check(call(s, "GET", "/incidents", query={"person": person["person"]})["total"] == 1, "incidents of a person")
    claims = call(s, "GET", "/claims")
    check(any(r["on_record"] for r in claims["rows"]), "no tally is held against incidents")
    for row in claims["rows"]:
        if row["on_record"]:
            found = call(s, "GET", "/incidents", query=row["on_record"]["query"])
            check(found["total"] == row["on_record"]["incidents"], "the query of a claim shows others")
    check(call(s, "GET", "/series")["rows"], "no series")
    findings = call(s, "GET", "/findings")
    check(findings["total"] == sum(k["n"] for k in findings["kinds"]) > 0, "findings")
    finding = findings["rows"][0]
    for row in findings["rows"]:
        numbers = {str(p["count"][0]) for p in row["parts"] if "count" in p}
        check(row["parts"] and all(n in row["text"] for n in numbers), "a finding's parts:", row)
    named = [p["named"] for row in findings["rows"] for p in row["parts"] if "named" in p]
    check(named and all(n["name_ar"] for n in named), "names of a finding's parts:", named)
    check(call(s, "GET", "/findings", query={"kind": finding["kind"]})["total"] >= 1, "findings of a kind")
    check(call(s, "GET", "/findings/{id}", f"/findings/{finding['finding']}")["reports"], "a finding without records")
    found = call(s, "GET", "/search", query={"q": "داعش"})
    hits = [g for d in found["documents"] for p in d["passages"] for g in p["segments"] if "hit" in g.get("fields", [])]
    check(found["total"] > 0 and hits and found["actors"], "search")
    for what, q in (("place", "سور"), ("place", "deir"), ("actor", "isl"), ("source", "رافد"), ("type", "")):
        check(call(s, "GET", "/suggest", query={"what": what, "q": q})["rows"], "suggest", what, q)
    for format in call(s, "GET", "/meta")["formats"]:
        for what in ("incidents", "records", "findings", "documents") if format["lists"] else ("incidents",):
            query = {"as": format["as"], "what": what, **({"place": "SY"} if what in ("incidents", "records") else {})}
            data = call(s, "GET", "/export", query=query)
            check(len(data) > 50 and "كنعان شهاب".encode() not in data, "export", query)
    call(s, "GET", "/export", query={"as": "xlsx", "what": "records"}, want=400)
    call(s, "GET", "/export", query={"as": "pdf"}, want=400)
    call(s, "GET", "/export", query={"as": "csv", "names": "shown"}, want=401)
    shown = call(s, "GET", "/export", query={"as": "jsonl", "what": "records", "names": "shown"}, token=True)
    check("كنعان شهاب".encode() in shown, "a name is masked in an export that shows names")


def review(s):
    first = call(s, "GET", "/incidents")["rows"][0]["incident"]
    before = call(s, "GET", "/incidents/{id}", f"/incidents/{first}")

    def decide(want=201, **what):
        return call(s, "POST", "/decisions", body={"by": "Maha", **what}, want=want, token=True)

    call(s, "POST", "/decisions", body={"verb": "accept", "targets": [first], "by": "x"}, want=401)
    accepted = decide(verb="accept", targets=[first])
    check(accepted["incidents"][0]["status"] == "reviewed", "accept")
    corrected = decide(verb="correct", targets=[first], field="killed", value="12-15", why="the body")
    check(corrected["incidents"][0]["killed"] == [12, 15], "correct")
    check(call(s, "GET", "/overview")["status"]["corrected"] == 1, "the overview does not see the correction")
    check(call(s, "GET", "/incidents", query={"status": "checked"})["total"] == 1, "status=checked")
    for one in (corrected, accepted):
        decide(verb="undo", targets=[str(one["decision"]["number"])])
    after = call(s, "GET", "/incidents/{id}", f"/incidents/{first}")
    check(after["status"] == "machine-coded" and after["killed"] == before["killed"], "undo")
    check(len(after["decisions"]) >= 2 and all(d["undone"] for d in after["decisions"] if d["verb"] in ("accept", "correct")), "history")
    rejected = decide(verb="reject", targets=[first])["decision"]["number"]
    check(all(r["incident"] != first for r in call(s, "GET", "/incidents")["rows"]), "a rejected one is shown")
    decide(verb="undo", targets=[str(rejected)])
    two = [r["incident"] for r in call(s, "GET", "/incidents")["rows"][:2]]
    merged = decide(verb="merge", targets=two)
    check(len(merged["incidents"]) == 1 and merged["incidents"][0]["records"] >= 2, "merge")
    for old in two:
        check(call(s, "GET", "/incidents/{id}", f"/incidents/{old}")["incident"] == merged["incidents"][0]["incident"], "a merged id leads nowhere")
    record = call(s, "GET", "/incidents/{id}", f"/incidents/{two[0]}")["reports"][0]["key"]
    check(len(decide(verb="split", targets=[record])["incidents"]) >= 2, "split")
    decide(verb="note", targets=[record], why="look again")
    for wrong in ({"verb": "accept", "targets": ["0" * 16]}, {"verb": "correct", "targets": [record], "field": "killed", "value": "many"},
                  {"verb": "undo", "targets": ["999999"]}, {"verb": "dance", "targets": [record]}, {"verb": "accept", "targets": []},
                  {"verb": "accept", "targets": [record], "extra": 1}, {"verb": "accept", "targets": [record], "by": ""}):
        decide(want=400, **wrong)
    total = call(s, "GET", "/decisions", query={"target": first})["total"]
    check(0 < total <= call(s, "GET", "/decisions")["total"], "decisions")


def drop_files(s):
    title = '<img src=x onerror="alert(1)"><script>alert(2)</script>'
    told = json.dumps({"id": "x1", "title": title, "published": "2024-05-02", "outlet": "<b>وكالة</b>",
                       "text": "قتل ثلاثة مدنيين في قصف مدفعي على مدينة سراقب أمس الأربعاء."}).encode()
    job = call(s, "POST", "/uploads", query={"name": "a.jsonl"}, body=told, media="application/octet-stream", want=202, token=True)
    done = wait_for(s, job["job"], "done")
    check(done["counts"]["new"] == 1 and done["result"], "the file is not in:", done)
    got = call(s, "GET", "/documents", query={"source": "<b>وكالة</b>"})["rows"]
    check(got and got[0]["title"] == title, "the title is not as it was given")
    bare = "أصيب جنديان أمس في انفجار عبوة ناسفة قرب بلدة عفرين.".encode()
    job = call(s, "POST", "/uploads", query={"name": "../../b.txt"}, body=bare, media="application/octet-stream", want=202, token=True)
    check(job["state"] == "waiting" and job["missing"]["published"] == 1 and job["preview"], "it does not ask:", job)
    start = f"/jobs/{job['job']}/start"
    call(s, "POST", "/jobs/{id}/start", start, body={"published": "yesterday"}, want=400, token=True)
    call(s, "POST", "/jobs/{id}/start", start, body={"published": "2024-06-01", "outlet": "رافد"}, want=202, token=True)
    wait_for(s, job["job"], "done")
    call(s, "POST", "/jobs/{id}/start", start, body={}, want=409, token=True)
    check(call(s, "GET", "/documents", query={"source": "رافد"})["rows"][0]["published"] == "2024-06-01", "date given")
    job = call(s, "POST", "/uploads", query={"name": "c.txt"}, body=bare, media="application/octet-stream", want=202, token=True)
    check(call(s, "DELETE", "/jobs/{id}", f"/jobs/{job['job']}", token=True)["state"] == "cancelled", "cancel")
    job = call(s, "POST", "/uploads", query={"name": "d.bin", "start": "now"}, body=b"\x00\xff" * 4000, media="application/octet-stream", want=202, token=True)
    wait_for(s, job["job"], "done")
    check(len(call(s, "GET", "/jobs")["rows"]) == 4, "jobs")
    check(not [f for f in os.listdir(WORK) if f.startswith("daftar-upload")], "files are left behind")


def wait_for(s, job, state):
    for _ in range(200):
        got = call(s, "GET", "/jobs/{id}", f"/jobs/{job}")
        if got["state"] in ("done", "failed", "cancelled"):
            check(got["state"] == state, "job", got)
            return got
        time.sleep(0.1)
    fail("job", job, "does not end")
    return got


# ---- hostile ----


def refuse(s):
    me = f"127.0.0.1:{s.port}"
    for host in ("evil.example", f"evil.example:{s.port}", "127.0.0.1", f"127.0.0.1.evil.example:{s.port}", "", f"127.0.0.1:{s.port}x"):
        check(s.ask("GET", "/api/v1/meta", headers={"Host": host})[0] in (400, 403), "Host", host, "is let in")
        check(s.ask("GET", "/", headers={"Host": host})[0] in (400, 403), "Host", host, "gets the page")
    check(s.ask("GET", "/api/v1/meta", headers={"Host": f"localhost:{s.port}"})[0] == 200, "localhost is kept out")
    for origin in ("http://evil.example", "null", f"https://{me}", f"http://{me}.evil.example", f"http://127.0.0.1:{s.port + 1}"):
        check(s.ask("GET", "/api/v1/meta", headers={"Origin": origin})[0] == 403, "Origin", origin, "is let in")
    check(s.ask("GET", "/api/v1/meta", headers={"Origin": f"http://{me}"})[0] == 200, "its own origin is kept out")
    check(s.ask("GET", "/api/v1/meta", headers={"Sec-Fetch-Site": "cross-site"})[0] == 403, "cross-site")
    body = json.dumps({"verb": "note", "targets": ["1"], "by": "x"})
    for token in (None, "", "wrong", TOKEN[:-1], TOKEN + "x"):
        headers = {"Content-Type": "application/json", **({} if token is None else {"X-Daftar-Token": token})}
        check(s.ask("POST", "/api/v1/decisions", body, headers)[0] == 401, "token", token)
    status = s.ask("POST", "/api/v1/decisions", body, {"Content-Type": "application/json", "Authorization": f"Bearer {TOKEN}"})[0]
    check(status == 400, "the bearer's token is not taken", status)
    status = s.ask("POST", "/api/v1/decisions", body, {"Content-Type": "text/plain"}, token=True)[0]
    check(status == 415, "a form's content type is taken", status)


def misuse(s):
    for path in ("/../../etc/passwd", "/..%2f..%2fetc%2fpasswd", "/app/../../x.js", "/%00", "/index.html%00.js", "/api/v1/meta%00"):
        status, _, data = s.ask("GET", path)
        check(status in (400, 404) or (status == 200 and b"<!doctype html" in data[:200].lower()), path, status)
        check(b"root:" not in data, path, "leads out")
    for path in ("/api", "/api/", "/api/v2/meta", "/api/v1", "/api/v1/nothing", "/api/v1/incidents/a/b"):
        check(s.ask("GET", path)[0] == 404, path)
    for pattern in ("incidents", "records", "documents", "people", "findings", "jobs"):
        for unknown in ("0" * 16, "zzzz", "1" * 300, "%F0%9F%98%80", "-1", "'%20OR%201=1--"):
            check(s.ask("GET", f"/api/v1/{pattern}/{unknown}")[0] == 404, pattern, unknown)
    for query in ("limit=0", "limit=501", "limit=-1", "limit=1e9", "limit=99999999999999999999", "offset=-1", "offset=100000001",
                  "from=tomorrow", "from=2024-13-45", "min_killed=x", "min_killed=99999999999", "bbox=1,2,3", "bbox=nan,0,1,1",
                  "bbox=9,9,1,1", "sort=evil", "status=rejected", "undated=2", "lmit=5", "type=" + "a" * 401, "place=%ff%fe",
                  "place=%00", "limit=5&limit=6", "names=all", "person=nobody", "=x", "place=" + "x" * 150):
        status, _, data = s.ask("GET", f"/api/v1/incidents?{query}")
        check(status == 400 and json.loads(data)["status"] == 400, query, status, data[:200])
    check(s.ask("GET", "/api/v1/incidents?" + "&".join(f"x{i}=1" for i in range(100)))[0] == 400, "many parameters")
    check(s.ask("GET", "/api/v1/search?q=%2A%22%28")[0] == 400, "a search without a word")
    check(s.ask("GET", '/api/v1/search?q=" OR 1=1 NEAR(a b)*'.replace(" ", "%20"))[0] == 200, "a search of signs")
    check(s.ask("PUT", "/api/v1/meta")[0] in (405, 413) and s.ask("POST", "/", b"x")[0] == 405, "methods")
    check(s.ask("OPTIONS", "/api/v1/decisions")[0] == 405, "OPTIONS")
    for body in (b"", b"{", b"[]", b"nothing", b'{"verb":', b'"x"', b"[" * 100000, b'{"a":' * 5000, b"\xff\xfe{}", b'{"verb":"accept"} x',
                 b'{"verb":"accept","targets":["' + b"a" * 100 + b'"],"by":"x"}', b'{"verb":1,"targets":{},"by":[]}', b"null"):
        status = s.ask("POST", "/api/v1/decisions", body, {"Content-Type": "application/json"}, token=True)[0]
        check(status in (400, 413, 0) if len(body) > 100000 else status == 400, body[:30], status)
    status = s.ask("POST", "/api/v1/decisions", b" " * (1 << 20), {"Content-Type": "application/json"}, token=True)[0]
    check(status in (413, 0), "a large body", status)
    head = {"Content-Type": "application/octet-stream", "Content-Length": str(1 << 40)}
    got = s.raw(f"POST /api/v1/uploads?name=a HTTP/1.1\r\nHost: 127.0.0.1:{s.port}\r\nX-Daftar-Token: {TOKEN}\r\n".encode()
                + "".join(f"{k}: {v}\r\n" for k, v in head.items()).encode() + b"\r\n")
    check(b" 413 " in got[:40], "a file too large is not refused at once", got[:60])
    got = s.raw(f"GET /api/v1/meta HTTP/1.1\r\nHost: 127.0.0.1:{s.port}\r\nX: {'a' * 100000}\r\n\r\n".encode())
    check(b" 200 " not in got[:40], "a large header is taken", got[:60])
    for junk in (b"\x00" * 1000, b"GET\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n", b"\r\n" * 100, b"GET /api/v1/meta HTTP/1.1\r\n\r\n"):
        check(b" 200 " not in s.raw(junk, 2)[:40], "junk is answered", junk[:20])


def crowd(s):
    """Many at once, beside some that never finish what they say."""
    slow = []
    for _ in range(30):
        one = socket.create_connection(("127.0.0.1", s.port))
        one.sendall(b"GET /api/v1/meta HTTP/1.1\r\nHost: ")
        slow.append(one)
    paths = ["/api/v1/overview", "/api/v1/incidents", "/api/v1/map?place=SY", "/api/v1/records?kind=tally", "/api/v1/people",
             "/api/v1/claims", "/api/v1/series", "/api/v1/findings", "/api/v1/search?q=%D8%AF%D8%A7%D8%B9%D8%B4", "/"]

    def one(i):
        if i % 25 == 0:
            body = json.dumps({"verb": "note", "targets": [FIRST], "by": "x", "why": str(i)})
            return s.ask("POST", "/api/v1/decisions", body, {"Content-Type": "application/json"}, token=True)[0] == 201
        return s.ask("GET", paths[i % len(paths)])[0] == 200

    with concurrent.futures.ThreadPoolExecutor(16) as pool:
        good = list(pool.map(one, range(300)))
    check(all(good), good.count(False), "of 300 requests failed")
    for one in slow:
        one.close()


def headers(s):
    status, head, data = s.ask("GET", "/")
    check(status == 200 and b"<html" in data, "the page")
    policy = head.get("content-security-policy", "")
    check("default-src 'none'" in policy and "unsafe" not in policy and "frame-ancestors 'none'" in policy, policy)
    check(head.get("referrer-policy") == "no-referrer", "referrer")
    status, head, data = s.ask("GET", "/api/v1/records?limit=500", headers={"Accept-Encoding": "gzip"})
    check(head.get("content-encoding") == "gzip" and json.loads(gzip.decompress(data)), "gzip")
    status, again, data = s.ask("GET", "/api/v1/records?limit=500", headers={"If-None-Match": head["etag"]})
    check(status == 304 and not data, "ETag", status)
    s.ask("POST", "/api/v1/decisions", json.dumps({"verb": "note", "targets": [FIRST], "by": "x"}), {"Content-Type": "application/json"}, token=True)
    check(s.ask("GET", "/api/v1/records?limit=500", headers={"If-None-Match": head["etag"]})[0] == 200, "an old ETag holds")
    check(s.ask("HEAD", "/api/v1/meta")[0] == 200, "HEAD")


# ---- ends ----


def ends(ledger):
    s = Server(ledger)
    idle = socket.create_connection(("127.0.0.1", s.port))
    archive = b"".join(json.dumps({"id": f"n{i}", "published": "2024-05-02", "outlet": "o", "text": f"قتل {i} مدنيين في قصف على مدينة سراقب أمس."}).encode() + b"\n"
                       for i in range(3, 4000))
    job = call(s, "POST", "/uploads", query={"name": "n.jsonl"}, body=archive, media="application/octet-stream", want=202, token=True)
    for _ in range(100):
        if call(s, "GET", "/jobs/{id}", f"/jobs/{job['job']}")["state"] == "running":
            break
        time.sleep(0.02)
    began = time.time()
    check(s.stop(signal.SIGINT) == 0 and time.time() - began < 25, "it does not end cleanly in the middle of a file")
    idle.close()
    check(sorted(f for f in os.listdir(WORK) if f.startswith("l.db")) == ["l.db"], "a log is left", os.listdir(WORK))
    check(not [f for f in os.listdir(WORK) if f.startswith("daftar-")], "files are left behind", os.listdir(WORK))
    out = subprocess.run([DAFTAR, "list", ledger, "decisions", "--format", "jsonl"], capture_output=True, text=True)
    check(out.returncode == 0 and "the body" in out.stdout, "decisions are lost")


def options(ledger):
    out = subprocess.run([DAFTAR, "serve", "--bind", "0.0.0.0", ledger], capture_output=True, text=True, timeout=20)
    check(out.returncode == 2 and "--token" in out.stderr and "other machines" in out.stderr, "--bind", out)
    out = subprocess.run([DAFTAR, "serve", "--token", "short", ledger], capture_output=True, text=True, timeout=20)
    check(out.returncode == 2, "--token", out)
    out = subprocess.run([DAFTAR, "serve", "--bind", "no.such.host", "--token", TOKEN, ledger], capture_output=True, text=True, timeout=20)
    check(out.returncode == 2 and "address" in out.stderr, "--bind", out)
    s = Server(ledger, token=None)
    check(len(s.token) >= 32, "a random token")
    out = subprocess.run([DAFTAR, "serve", "--port", str(s.port), ledger], capture_output=True, text=True, timeout=20)
    check(out.returncode == 2 and "in use" in out.stderr, "a port that is taken", out)
    check(s.stop() == 0, "it does not end")
    fresh = os.path.join(WORK, "new.db")
    s = Server(fresh)
    check(call(s, "GET", "/overview")["incidents"] == 0, "a ledger that is made")
    check(call(s, "GET", "/timeline")["bins"] == [] and call(s, "GET", "/people")["total"] == 0, "an empty ledger")
    check(s.stop() == 0, "it does not end")
    process = subprocess.Popen([DAFTAR, "serve", "--port", "0", "--bind", "0.0.0.0", "--token", TOKEN, ledger], stdout=subprocess.PIPE, text=True)
    port = int(re.search(r":(\d+)/", process.stdout.readline())[1])
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    connection.request("GET", "/api/v1/meta")
    check(connection.getresponse().status == 401, "beyond loopback reading is free")
    connection.close()
    process.terminate()
    check(process.wait(20) == 0, "it does not end")


ledger = os.path.join(WORK, "l.db")
subprocess.run([DAFTAR, "ingest", ledger, "samples"], check=True, stdout=subprocess.DEVNULL)
server = Server(ledger)
FIRST = json.loads(server.ask("GET", "/api/v1/incidents?limit=1")[2])["rows"][0]["incident"]
for part in (look_around, look_closely, look_further, refuse, misuse, crowd, headers, review, drop_files):
    try:
        part(server)
    except (ConnectionError, http.client.HTTPException, TimeoutError, KeyError, IndexError, TypeError) as error:
        fail(part.__name__, "breaks off:", repr(error))
    if server.process.poll() is not None:
        sys.exit(f"the server ended during {part.__name__}: {server.process.returncode} {server.process.stderr.read()[-2000:]}")
check(server.stop() == 0, "it does not end cleanly")
ends(ledger)
options(ledger)
missing = {o["operationId"] for p in API["paths"].values() for o in p.values()} - called
check(not missing, "never called:", sorted(missing))
print(f"{len(called)} calls of the contract made, {len(failures)} failures")
sys.exit(bool(failures))
