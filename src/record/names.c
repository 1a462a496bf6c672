#include "record/names.h"

enum { MOST_NAMES = 40 };

static const char *const lists[NAMES_COUNT][MOST_NAMES] = {
    [NAMES_EVENT] = {"airstrike",   "shelling",      "bombing",   "suicide-bombing",  "clash",
                     "attack",      "assassination", "execution", "killing",          "abuse",
                     "destruction", "operation",     "arrest",    "abduction",        "seizure",
                     "restriction", "sentence",      "sanction",  "territory-change", "withdrawal",
                     "surrender",   "release",       "escape",    "return",           "displacement",
                     "deployment",  "military-aid",  "aid",       "reopening",        "agreement",
                     "meeting",     "protest",       "threat",    "accident"},
    [NAMES_FIGURE] = {"fighters", "detainees", "camp-residents", "displaced", "returnees", "casualties", "members",
                      "equipment", "money", "area", "other"},
    [NAMES_OUTCOME] = {"killed", "injured", "killed-or-injured", "neutralised", "arrested", "abducted", "released",
                       "surrendered", "displaced", "returned", "missing", "destroyed", "seized", "foiled", "escaped",
                       "deployed", "given"},
    [NAMES_STATUS] = {"civilian", "fighter", "security", "official", "mixed", "unstated"},
    [NAMES_SIDE] = {"agent", "target", "bystander", "unknown"},
    [NAMES_FATE] = {"killed", "injured", "arrested", "abducted", "released", "surrendered", "escaped", "missing",
                    "sentenced", "accused", "none"},
    [NAMES_HOW] = {"claimed", "admitted", "attributed", "denied", "unknown"},
    [NAMES_STANCE] = {"asserted", "denied", "alleged", "planned", "foiled"},
    [NAMES_BASIS] = {"stated", "container", "anchor", "inferred", "withheld"},
    [NAMES_DIRECTION] = {"up", "down", "flat"},
    [NAMES_SEX] = {"female", "male"},
};

bool name_in(NameList list, Str name) {
  for (const char *const *at = lists[list]; *at; at++)
    if (str_eq(name, str_of(*at))) return true;
  return false;
}

const char *name_at(NameList list, uint32_t i) { return i < MOST_NAMES ? lists[list][i] : NULL; }
