/* daftar serve: a ledger as a page in the browser. */
#include "serve/serve.h"

#include <errno.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/hash.h"
#include "cli/input.h"
#include "cli/ledger_open.h"
#include "cli/out.h"
#include "cli/verbs.h"
#include "cli/who.h"

enum { PORT = 8400, PORT_TRIES = 20, TOKEN_BYTES = 16, TOKEN_LEAST = 16 };

typedef struct Run {
  Arena arena;
  Engine *engine;
  ServeOptions options;
  char token[2 * TOKEN_BYTES + 1];
} Run;

static uint64_t milliseconds(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (uint64_t)t.tv_sec * 1000 + (uint64_t)t.tv_nsec / 1000000;
}

/* ---- what was asked for ---- */

static bool is_loopback(Str bind) {
  return str_starts(bind, STR("127.")) || str_eq(bind, STR("::1")) || str_eq(bind, STR("localhost"));
}

/* A token stands in an address and in a header. */
static bool token_fits(Str token) {
  for (size_t i = 0; i < token.n; i++) {
    char c = token.p[i];
    bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    if (!plain) return false;
  }
  return token.n >= TOKEN_LEAST;
}

static int read_token(const Args *args, Run *run) {
  const char *given = args->value[ARG_TOKEN];
  if (given && !token_fits(str_of(given))) {
    tell(STR("--token"), "wants at least %d letters and digits, since whoever guesses it can change the ledger",
         TOKEN_LEAST);
    return EXIT_USAGE;
  }
  run->options.token = str_of(given);
  if (given) return EXIT_DONE;
  if (!is_loopback(run->options.bind)) {
    tell(STR("--bind"),
         "%.*s can be reached from other machines: whoever does could read the ledger and the names in it. Give\n"
         "  --token TOKEN too, a secret of at least %d letters and digits that every request then needs. What is\n"
         "  sent is not encrypted; over a network put a proxy with TLS before it, or use an SSH tunnel instead.",
         STR_ARG(run->options.bind), TOKEN_LEAST);
    return EXIT_USAGE;
  }
  uint8_t bytes[TOKEN_BYTES];
  if (getrandom(bytes, sizeof bytes, 0) != (ssize_t)sizeof bytes) {
    tell(STR("serve"), "no random token: %s", strerror(errno));
    return EXIT_FAILED;
  }
  hex_of(bytes, sizeof bytes, run->token);
  run->options.token = str_of(run->token);
  return EXIT_DONE;
}

static int read_options(const Args *args, Run *run) {
  uint32_t port = PORT;
  const char *temporary = getenv("TMPDIR");
  if (args->nfiles != 1) {
    tell(STR("serve"), "give it a ledger: daftar serve LEDGER");
    return EXIT_USAGE;
  }
  if (args->value[ARG_PORT] && (!str_to_u32(str_of(args->value[ARG_PORT]), &port) || port > 65535)) {
    tell(STR("--port"), "\"%s\" is no port from 0 (any that is free) to 65535", args->value[ARG_PORT]);
    return EXIT_USAGE;
  }
  run->options = (ServeOptions){.ledger = args->files[0],
                                .bind = args->value[ARG_BIND] ? str_of(args->value[ARG_BIND]) : STR("127.0.0.1"),
                                .port = (uint16_t)port,
                                .reviewer = who_user(),
                                .temporary = temporary && *temporary ? temporary : "/tmp",
                                .now = who_now,
                                .milliseconds = milliseconds};
  return read_token(args, run);
}

/* ---- the ledger ---- */

/* One that is not there is made, and an older one brought up to date, if it can be written. */
static bool ready(const Args *args) {
  const char *path = args->files[0];
  bool there = access(path, F_OK) == 0;
  Ledger *ledger = open_ledger(args, there && access(path, W_OK) ? LEDGER_READ : LEDGER_CREATE);
  if (ledger && !there) tell(str_of(path), "a new ledger: drop files on the page, or add them with 'daftar ingest'");
  ledger_close(ledger);
  return ledger != NULL;
}

static bool open_data(const Args *args, Run *run) {
  ErrorInfo info = {0};
  Str lines;
  Furniture *furniture = NULL;
  run->engine = input_engine(args);
  if (!run->engine) return false;
  ErrorCode code = engine_furniture(args->value[ARG_DATA], &run->arena, &lines, &info);
  if (!code) code = furniture_read(&run->arena, lines, &furniture, &info);
  if (code) tell_error(code, &info);
  run->options.engine = run->engine;
  run->options.furniture = furniture;
  return !code;
}

/* ---- running ---- */

/* Without --port the usual one, or one of the next: two ledgers may be looked at side by side. */
static ErrorCode start(const Args *args, Run *run, Server **server, ErrorInfo *info) {
  ErrorCode code = serve_start(&run->options, server, info);
  for (int i = 1; code == ERROR_USAGE && !args->value[ARG_PORT] && i < PORT_TRIES; i++) {
    run->options.port = (uint16_t)(PORT + i);
    code = serve_start(&run->options, server, info);
  }
  return code;
}

static void open_browser(const char *url) {
  extern char **environ;
  char program[] = "xdg-open", address[256];
  char *const words[] = {program, address, NULL};
  pid_t pid = 0;
  snprintf(address, sizeof address, "%s", url);
  if (posix_spawnp(&pid, program, NULL, NULL, words, environ))
    tell(STR("--open"), "there is no xdg-open here; open the address yourself");
}

static void tell_address(const Args *args, const Run *run, const Server *server) {
  char url[256];
  Str bind = run->options.bind;
  bool six = memchr(bind.p, ':', bind.n) != NULL;
  snprintf(url, sizeof url, "http://%s%.*s%s:%u/#token=%.*s", six ? "[" : "", STR_ARG(bind), six ? "]" : "",
           serve_port(server), STR_ARG(run->options.token));
  printf("%s\n", url);
  fflush(stdout);
  if (isatty(STDERR_FILENO)) fputs("The page is at this address as long as this runs; Ctrl-C ends it.\n", stderr);
  if (args->value[ARG_OPEN]) open_browser(url);
}

static int serve(const Args *args, Run *run) {
  Server *server = NULL;
  ErrorInfo info = {0};
  sigset_t ends;
  int got = 0;
  /* All threads have it from this one: the signal waits for sigwait alone. */
  sigemptyset(&ends);
  sigaddset(&ends, SIGINT);
  sigaddset(&ends, SIGTERM);
  sigaddset(&ends, SIGHUP);
  pthread_sigmask(SIG_BLOCK, &ends, NULL);
  signal(SIGPIPE, SIG_IGN);
  signal(SIGCHLD, SIG_IGN);
  ErrorCode code = start(args, run, &server, &info);
  if (code) {
    tell_error(code, &info);
    return code == ERROR_USAGE ? EXIT_USAGE : EXIT_FAILED;
  }
  tell_address(args, run, server);
  sigwait(&ends, &got);
  serve_stop(server);
  return EXIT_DONE;
}

static int run(const Args *args) {
  Run run = {0};
  int code = read_options(args, &run);
  if (code) return code;
  arena_init(&run.arena, (size_t)256 << 20);
  code = ready(args) && open_data(args, &run) ? serve(args, &run) : EXIT_FAILED;
  engine_close(run.engine);
  arena_fini(&run.arena);
  return code;
}

const Verb verb_serve = {
    .name = "serve",
    .files = "LEDGER",
    .summary = "look at a ledger, question it and correct it in the browser",
    .options = ARG_BIT(ARG_PORT) | ARG_BIT(ARG_BIND) | ARG_BIT(ARG_TOKEN) | ARG_BIT(ARG_OPEN) | ARG_BIT(ARG_DATA),
    .about = "Prints the address of a page: map, time line, incidents with their sentences, people, claims,\n"
             "findings, review, search; files dropped on it are coded. It runs until Ctrl-C or SIGTERM.\n"
             "Only this machine can reach it, and only who has the whole address, which holds a secret\n"
             "token, can change anything or see the names of private persons. --bind beyond this machine\n"
             "wants a --token of your own; what is sent is not encrypted. The page's API stands in\n"
             "docs/openapi.yaml. A LEDGER that is not there is made.",
    .examples = "  daftar serve war.db\n"
                "  daftar serve --open --port 9000 war.db\n"
                "  daftar serve --bind 192.0.2.7 --token \"$(openssl rand -hex 16)\" war.db",
    .run = run,
};
