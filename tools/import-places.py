#!/usr/bin/env python3
"""Make data/places/*.tsv from the gazetteer of reference: import-places.py REF OUT

REF is the folder that holds places.tsv (GeoNames, Who's On First, OCHA COD-AB, OpenSyria,
Natural Earth, CLDR; its README says what each row is). What happens to it:

  - rows without an Arabic name are left out, and so are OCHA's rows of countries whose licence
    is not confirmed (NO_COD);
  - names lose brackets, and, of divisions, the level word («محافظة حلب» → «حلب»): the reader of
    mentions knows level words itself; a town's names with a level word are left out;
  - doubles become one row. Divisions are one by country and code or name; towns are one by
    country and name within a few kilometres. The kept id is the steadiest
    (iso, iso2, gn, wof, cur, cod), the others stand as aliases;
  - each row gets a level and the precision its coordinates deserve (UCDP GED: 1 exact, 2 near,
    3 second-level division, 4 first-level, 5 part of a country or a line, 6 country, 7 sea);
  - the first-level divisions of the Arab countries have their usual English names.
"""
import collections, math, os, re, sys

REGION = set("SY IQ LB JO PS IL YE SA OM AE QA BH KW EG LY TN DZ MA EH MR SD SS SO DJ KM ER ET TD NE ML BF NG IR TR AF PK".split())
NO_COD = {"DZ", "MA"}
OWN_FILE = 150  # a country with as many rows has a file of its own
ORDER = {p: i for i, p in enumerate("iso iso2 gn wof cur cod".split())}

# first-level divisions that the sources give under several codes, or under a wrong one
ADMIN1_CODE = {
    "iso2:YE-SA": "YE13", "gn:6940571": "YE13", "cod:YE13": "YE13", "YE-SU": "YE32", "LB8": "LB-BH", "LB-BH": "LB-BH",
    "wof:85676875": "SD05", "wof:85676885": "SD06", "iso2:SD-DC": "SD06", "iso2:SD-DE": "SD05",
}
# what their muddled name lists are to be replaced with
NAMES = {
    "YE13": "أمانة العاصمة", "YE23": "صنعاء", "YE31": "ريمة", "LB6": "الجنوب|لبنان الجنوبي", "LB5": "الشمال|لبنان الشمالي",
    "SD05": "شرق دارفور", "SD06": "وسط دارفور", "SD03": "جنوب دارفور", "SD04": "غرب دارفور", "SD02": "شمال دارفور",
    "IQG15": "نينوى", "IQG17": "ذي قار", "IQG07": "بابل", "IQG10": "ديالى", "IQG01": "الأنبار|الانبار", "IQG05": "القادسية|الديوانية",
    "IQG08": "بغداد", "LY-DR": "درنة", "LY-NL": "نالوت", "LY-TB": "طرابلس", "LY-WA": "الواحات", "LY-GT": "غات", "LY-JG": "الجبل الغربي",
    "LY-JI": "الجفارة", "LY-MB": "المرقب", "LY-WD": "وادي الحياة", "LY-JA": "الجبل الأخضر",
}
ENGLISH = {
    # Syria
    "SY01": "Damascus", "SY02": "Aleppo", "SY03": "Rif Dimashq", "SY04": "Homs", "SY05": "Hama", "SY06": "Latakia", "SY07": "Idlib",
    "SY08": "Al-Hasakah", "SY09": "Deir ez-Zor", "SY10": "Tartus", "SY11": "Raqqa", "SY12": "Daraa", "SY13": "As-Suwayda", "SY14": "Quneitra",
    # Iraq
    "IQG01": "Al-Anbar", "IQG02": "Basra", "IQG03": "Al-Muthanna", "IQG04": "Najaf", "IQG05": "Al-Qadisiyah", "IQG06": "Sulaymaniyah",
    "IQG07": "Babil", "IQG08": "Baghdad", "IQG09": "Duhok", "IQG10": "Diyala", "IQG11": "Erbil", "IQG12": "Karbala", "IQG13": "Kirkuk",
    "IQG14": "Maysan", "IQG15": "Nineveh", "IQG16": "Salah al-Din", "IQG17": "Dhi Qar", "IQG18": "Wasit", "IQ-HA": "Halabja",
    # Yemen
    "YE11": "Ibb", "YE12": "Abyan", "YE13": "Amanat al-Asimah", "YE14": "Al Bayda", "YE15": "Taiz", "YE16": "Al Jawf", "YE17": "Hajjah",
    "YE18": "Al Hudaydah", "YE19": "Hadramawt", "YE20": "Dhamar", "YE21": "Shabwah", "YE22": "Saada", "YE23": "Sanaa", "YE24": "Aden",
    "YE25": "Lahij", "YE26": "Marib", "YE27": "Al Mahwit", "YE28": "Al Mahrah", "YE29": "Amran", "YE30": "Ad Dali", "YE31": "Raymah", "YE32": "Socotra",
    # Lebanon
    "LB1": "Beirut", "LB2": "Beqaa", "LB3": "Mount Lebanon", "LB4": "Nabatieh", "LB5": "North Lebanon", "LB6": "South Lebanon", "LB7": "Akkar", "LB-BH": "Baalbek-Hermel",
    # Palestine
    "PS-BTH": "Bethlehem", "PS-DEB": "Deir al-Balah", "PS-GZA": "Gaza", "PS-HBN": "Hebron", "PS-JEM": "Jerusalem", "PS-JEN": "Jenin", "PS-JRH": "Jericho",
    "PS-KYS": "Khan Yunis", "PS-NBS": "Nablus", "PS-NGZ": "North Gaza", "PS-QQA": "Qalqilya", "PS-RBH": "Ramallah and al-Bireh", "PS-RFH": "Rafah",
    "PS-SLT": "Salfit", "PS-TBS": "Tubas", "PS-TKM": "Tulkarm", "PS-GZZ": "Gaza Strip", "PS-WBK": "West Bank",
    # Jordan
    "JO-MN": "Maan", "JO-KA": "Karak", "JO-AM": "Amman", "JO-AQ": "Aqaba", "JO-BA": "Balqa", "JO-MA": "Mafraq", "JO-JA": "Jerash", "JO-AZ": "Zarqa", "JO-AT": "Tafilah",
    # Libya
    "LY-DR": "Derna", "LY-NL": "Nalut", "LY-TB": "Tripoli", "LY-WA": "Al Wahat", "LY-JG": "Jabal al Gharbi", "LY-SR": "Sirte", "LY-MI": "Misrata", "LY-GT": "Ghat",
    "LY-JI": "Jafara", "LY-MB": "Murqub", "LY-WD": "Wadi al Hayaa",
    # countries that the sources leave without an English name
    "iso:TW": "Taiwan", "iso:NA": "Namibia", "iso:IC": "Canary Islands", "iso:GF": "French Guiana", "iso:GP": "Guadeloupe", "iso:MQ": "Martinique",
    "iso:RE": "Réunion", "iso:YT": "Mayotte", "iso:SJ": "Svalbard and Jan Mayen", "iso:AC": "Ascension Island", "iso:DG": "Diego Garcia",
    "iso:BV": "Bouvet Island", "iso:CC": "Cocos Islands", "iso:CP": "Clipperton Island", "iso:CX": "Christmas Island", "iso:EA": "Ceuta and Melilla",
    "iso:TA": "Tristan da Cunha", "iso:TK": "Tokelau", "iso:BQ": "Caribbean Netherlands", "iso:CN": "China", "iso2:RU-CE": "Chechnya",
    # Sudan
    "SD05": "East Darfur", "SD06": "Central Darfur", "SD03": "South Darfur", "SD04": "West Darfur",
}
REGIONS = {"PS-GZZ", "PS-WBK", "LY01", "LY02", "LY03"}  # wider than a governorate
LEVEL_WORDS = ("محافظة محافظه ولاية ولايه إقليم اقليم منطقة منطقه مقاطعة إمارة شعبية مديرية مديريه قضاء ناحية ناحيه مدينة مدينه بلدة بلده "
               "بلدية لواء مركز قسم عمالة").split()

MARKS = re.compile("[\u064b-\u065f\u0670\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


def fold(s):
    s = MARKS.sub("", s)
    for a, b in (("[أإآٱ]", "ا"), ("[ىئیێ]", "ي"), ("[ةھە]", "ه"), ("ؤ", "و"), ("[گکڪ]", "ك"), ("چ", "ج"), ("پ", "ب"), ("ڤ", "ف")):
        s = re.sub(a, b, s)
    return " ".join(w[2:] if w.startswith("ال") and len(w) > 4 else w for w in s.split())


def clean(name):
    name = MARKS.sub("", name)
    name = re.sub(r"[(\[].*?[)\]]", " ", name)
    name = re.split("[،,;؛]", name)[0]
    name = name.replace("-", " ").replace("ـ", "").replace("'", "").replace("`", "").replace('"', "")
    return " ".join(name.split())


def good(name):
    letters = name.replace(" ", "")
    return len(letters) > 1 and re.fullmatch("[\u0621-\u063a\u0641-\u064a\u066e-\u06d3]+", letters) and len(name.split()) <= 6


def bare(name):
    words = name.split()
    return " ".join(words[1:]) if len(words) > 1 and words[0] in LEVEL_WORDS and words[1] not in ("العاصمة",) else name


def unique(names):
    seen, out = set(), []
    for n in names:
        key = MARKS.sub("", n)
        if key not in seen:
            seen.add(key)
            out.append(n)
    return out


def english(field):
    parts = [p for p in field.split("|") if p]
    name = parts[-1] if parts else ""
    return re.sub(r"\s*\(.*?\)", "", name.replace("`", "'").replace("|", " ")).strip()


class Place:
    def __init__(self, row):
        (self.id, ar, self.en, lat, lon, self.fcode, self.country, self.admin1, self.admin2, population, self.source) = row[:11]
        if not re.fullmatch("[A-Z]{2}", self.country):
            self.country = "-"
        if re.fullmatch("iso2:MA-[A-Z]{3}", self.id):
            self.fcode = "ADM2"  # Morocco's provinces; its regions have numbers
        self.lat, self.lon = (float(lat), float(lon)) if lat and lon else (None, None)
        self.population = int(float(population or 0))
        self.admin1 = ADMIN1_CODE.get(self.id) or ADMIN1_CODE.get(self.admin1, self.admin1)
        names = [clean(n) for part in ar.split("|") for n in part.split("/")]
        if self.division():
            names = [bare(n) for n in names]
        elif any(bare(n) != n for n in names) and any(bare(n) == n for n in names):
            names = [n for n in names if bare(n) == n]  # «قضاء الحويجة» of the town is another place
        self.names = unique(n for n in names if good(n))
        self.en = english(self.en)
        self.aliases = []

    def prefix(self):
        return self.id.split(":")[0]

    def division(self):
        return self.fcode.startswith("ADM") and not self.village()

    def village(self):
        """The third level of these countries is a village and its land."""
        return self.fcode == "ADM3" and self.country in ("EG", "YE", "LB")

    def group(self):
        if self.fcode == "ADM1":
            return "admin1"
        if self.fcode in ("ADM2", "ADM3") and not self.village():
            return self.fcode
        if self.fcode.startswith("PPL") or self.village() or self.fcode in ("STLMT", "HUT"):
            return "town"
        return self.fcode

    def rank(self):
        return (ORDER.get(self.prefix(), 9), -self.population, self.id)

    def take(self, other):
        """Joins a double into this one."""
        self.aliases += [other.id] + other.aliases
        self.names = unique(self.names + other.names)
        self.population = max(self.population, other.population)
        if self.lat is None or rough(self) and not rough(other):
            self.lat, self.lon, self.source = other.lat, other.lon, other.source
        self.admin1 = self.admin1 or other.admin1
        self.admin2 = self.admin2 or other.admin2
        self.en = self.en or other.en
        if self.group() == "town" and TOWNS.index(other.fcode) < TOWNS.index(self.fcode):
            self.fcode = other.fcode


TOWNS = "PPLC PPLG PPLA PPLA2 PPLA3 PPLA4 PPL PPLX PPLL PPLF PPLS PPLR PPLQ PPLH PPLW PPLCH PPL1 ADM3 STLMT HUT".split()


def rough(p):
    return any(w in p.source for w in ("admin1-mean", "admin2-centre", "approx"))


def distance(a, b):
    if a.lat is None or b.lat is None:
        return 1e9
    x = math.radians(b.lon - a.lon) * math.cos(math.radians((a.lat + b.lat) / 2))
    return 6371 * math.hypot(x, math.radians(b.lat - a.lat))


def joined(places, key, near):
    """Places of one key within `near` km of the first of them are one."""
    buckets = collections.defaultdict(list)
    out = []
    for p in sorted(places, key=Place.rank):
        found = None
        for k in key(p):
            for q in buckets[k]:
                if near is None or distance(p, q) <= near or (rough(p) and p.admin1 == q.admin1 and p.group() != "town"):
                    found = q
                    break
            if found:
                break
        if found:
            found.take(p)
        else:
            found = p
            out.append(p)
        for k in key(p):
            if found not in buckets[k]:
                buckets[k].append(found)
    return out


def merge(places):
    groups = collections.defaultdict(list)
    for p in places:
        groups[p.group()].append(p)
    out = []
    for name, group in sorted(groups.items()):
        if name == "admin1":
            out += joined(group, lambda p: [(p.country, p.admin1)] if p.admin1 else [(p.country, fold(n)) for n in p.names[:1]], None)
        elif name == "PCLI":
            out += joined(group, lambda p: [p.country], None)
        elif name in ("SEA", "OCN", "GULF", "STRT", "CONT"):
            out += joined(group, lambda p: [fold(n) for n in p.names], None)
        elif name in ("ADM2", "ADM3"):
            out += joined(group, lambda p: [(p.country, fold(n)) for n in p.names], 60)
        else:
            out += joined(group, lambda p: [(p.country, fold(n)) for n in p.names], 4)
    return out


def level(p):
    f = p.fcode
    if f == "PCLI": return "country"
    if f == "CONT": return "continent"
    if f == "ADM1": return "region" if p.admin1 in REGIONS else "admin1"
    if f == "ADM2": return "admin2"
    if p.village(): return "village"
    if f == "ADM3": return "admin3"
    if f in ("SEA", "OCN", "GULF", "STRT", "CNL"): return "sea"
    if f in ("RGN", "AREA", "ADM1H", "DSRT", "LCTY", "TRB") : return "region"
    if f == "PPLC": return "capital"
    if f == "PPLX": return "quarter"
    if f == "PPLA" or p.population >= 100000: return "city"
    if f in ("PPLA2", "PPLA3", "PPLG") or p.population >= 15000: return "town"
    if p.group() == "town" or f in ("PPLF", "FRM", "FRMS", "EST"): return "village"
    if f in ("MTS", "MT", "LK", "STM", "VAL", "WAD", "PLN", "LAVA"): return "nature"
    return "site"


def precision(p, lev):
    if lev == "country" or lev == "continent": return 6
    if lev == "sea": return 7
    if lev == "admin1": return 4
    if lev in ("admin2", "admin3"): return 3
    if lev == "region" or p.fcode in ("STM", "VAL", "MTS", "PLN", "WAD"): return 5
    if p.lat is None or "admin1-mean" in p.source: return 4
    if "admin2-centre" in p.source: return 3
    return 2 if "approx" in p.source else 1


# rows that are no places
NOT_PLACES = set("iso:EU iso:EZ iso:XA iso:XB iso:ZZ iso:UN iso:QO iso:CQ iso2:SY-X01".split())


def wanted(p):
    if not p.names or p.id in NOT_PLACES:
        return False
    if p.prefix() == "cod" and p.country in NO_COD:
        return False
    if p.country in REGION or p.fcode in ("PCLI", "ADM1", "SEA", "OCN", "CONT", "PPLC", "PPLA", "GULF", "STRT"):
        return True
    return p.population >= 30000 or p.fcode in ("PPLA2",) and p.population >= 10000


HEAD = """# SPDX-License-Identifier: CC-BY-4.0
# Source: GeoNames (CC BY 4.0) by way of Who's On First (CC0), OCHA COD-AB (CC BY-IGO 3.0), OpenSyria (CC BY 4.0),
#   Natural Earth (public domain), Unicode CLDR (Unicode-3.0), and a hand-written list (cur:, this project).
# Version: as of the reference copy; made by tools/import-places.py, not edited by hand.
# Changes: doubles joined, names cleaned, level and precision set, English names of divisions made uniform.
# id, Arabic names, English name, latitude, longitude, level, country, admin1 (id), admin2 (id), population, precision, aliases of the id
"""


def fields(p, admin1, admin2):
    lev = level(p)
    a1 = admin1.get((p.country, p.admin1), "")
    a2 = admin2.get((p.country, p.admin2), "") if p.admin2 else ""
    num = lambda v: "" if v is None else f"{v:.5f}".rstrip("0").rstrip(".")
    return [p.id, "|".join(p.names), p.en, num(p.lat), num(p.lon), lev, p.country, "" if a1 == p.id else a1, "" if a2 == p.id else a2,
            str(p.population or ""), str(precision(p, lev)), "|".join(p.aliases)]


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    with open(os.path.join(sys.argv[1], "places.tsv"), encoding="utf-8") as f:
        rows = [l.rstrip("\n").split("\t") for l in f][1:]
    places = merge([p for p in map(Place, (r for r in rows if r[1])) if wanted(p)])
    admin1, admin2 = {}, {}
    capitals = {fold(n) + p.country for p in places if p.fcode in ("PPLA", "PPLC", "PPLA2") for n in p.names}
    for p in places:
        if p.fcode == "ADM1":
            admin1[p.country, p.admin1] = p.id
            if p.admin1 in NAMES:
                p.names = NAMES[p.admin1].split("|")
            elif p.country in REGION:
                p.names = p.names[:1] + [n for n in p.names[1:] if fold(n) == fold(p.names[0]) or fold(n) + p.country not in capitals]
            p.en = ENGLISH.get(p.admin1, p.en)
        p.en = ENGLISH.get(p.id, p.en)
        if p.fcode == "ADM2":
            admin2[p.country, p.admin2] = p.id
    town = {}
    for p in places:
        if p.group() == "town" and p.en:
            for n in p.names:
                town.setdefault((p.country, fold(n)), p.en)
    for p in places:  # a division has its seat's name
        if not p.en and p.division() and p.names:
            p.en = town.get((p.country, fold(p.names[0])), "")
    files = collections.defaultdict(list)
    size = collections.Counter(p.country for p in places)
    for p in places:
        own = p.country in REGION and size[p.country] >= OWN_FILE
        files[p.country if own else "world"].append(p)
    os.makedirs(sys.argv[2], exist_ok=True)
    for name, group in sorted(files.items()):
        with open(os.path.join(sys.argv[2], name + ".tsv"), "w", encoding="utf-8") as out:
            out.write(HEAD)
            for p in sorted(group, key=lambda p: (TOPS.get(level(p), 9), -p.population, p.id)):
                out.write("\t".join(fields(p, admin1, admin2)) + "\n")


TOPS = {"country": 0, "admin1": 1, "region": 2, "admin2": 3, "admin3": 4, "capital": 5}

if __name__ == "__main__":
    main()
