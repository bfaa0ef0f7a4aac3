"""Links a file of customers with Splink, as its tutorial does, and says how long each
stage took, how much memory the process held, and how well the clusters agree with the
truth. See docs/benchmarks.md.

    python splink.py company.csv

The file has the columns id,fname,lname,email,phone,address,city,zip,company,cluster
and household. Blocking is by the nine rules of the comparison; everything else is the
tutorial's way: comparisons from the library, the prior from deterministic rules, u
from random pairs, m by expectation maximisation under three rules.
"""

import json
import logging
import resource
import sys
import time

import duckdb
import splink
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

RULES = [
    block_on("email"),
    block_on("phone", "substr(lname, 1, 1)"),
    block_on("phone", "substr(fname, 1, 1)"),
    block_on("full_name", "substr(zip, 1, 3)"),
    block_on("lname", "zip"),
    block_on("address", "substr(fname, 1, 1)"),
    block_on("mailbox", "substr(lname, 1, 2)"),
    block_on("fname", "zip"),
    block_on("substr(lname, 1, 4)", "substr(fname, 1, 3)", "substr(zip, 1, 2)"),
]

SURE = [block_on("full_name", "zip"), block_on("full_name", "email"), block_on("full_name", "phone")]

COMPARISONS = [
    cl.ForenameSurnameComparison("fname", "lname", forename_surname_concat_col_name="full_name"),
    cl.EmailComparison("email"),
    cl.LevenshteinAtThresholds("phone", [1]).configure(term_frequency_adjustments=True),
    cl.JaroWinklerAtThresholds("address", [0.92, 0.85]).configure(term_frequency_adjustments=True),
    cl.LevenshteinAtThresholds("zip", [1]).configure(term_frequency_adjustments=True),
]

THRESHOLDS = [0.5, 0.9, 0.95, 0.99, 0.999]
TIMED = 0.95  # the clustering that counts as the last stage


class Watch:
    """Measures stages one after the other."""

    def __init__(self):
        self.began = self.last = time.perf_counter()
        self.stages = {}

    def lap(self, stage):
        now = time.perf_counter()
        self.stages[stage] = round(now - self.last, 2)
        self.last = now
        print(f"{stage:<10} {self.stages[stage]:8.2f} s   {held():6d} MB", flush=True)


def held():
    """The most memory this process held so far, in megabytes of Linux."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def worked():
    """Seconds all cores worked for this process."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def load(con, path):
    con.execute(
        """
        CREATE TABLE people AS
        SELECT id AS unique_id, fname, lname, email, phone, address, zip, cluster,
               CASE WHEN fname IS NOT NULL AND lname IS NOT NULL THEN fname || ' ' || lname END AS full_name,
               split_part(email, '@', 1) AS mailbox
          FROM read_csv(?, header = true, all_varchar = true, nullstr = '', quote = '')
        """,
        [path],
    )


def train(linker, watch):
    linker.training.estimate_probability_two_random_records_match(SURE, recall=0.7)
    watch.lap("prior")
    linker.training.estimate_u_using_random_sampling(max_pairs=2e6)
    watch.lap("u")
    for rule in [block_on("full_name"), block_on("email"), block_on("phone")]:
        linker.training.estimate_parameters_using_expectation_maximisation(rule)
    watch.lap("em")


def judge(con, clusters):
    """Precision, recall and F1 of pairs, and the largest cluster."""
    found, right, true, largest = con.execute(
        f"""
        WITH placed AS (
            SELECT c.cluster_id AS found, p.cluster AS truly FROM {clusters} c JOIN people p USING (unique_id)
        ), f AS (SELECT count(*) AS n FROM placed GROUP BY found),
           t AS (SELECT count(*) AS n FROM placed GROUP BY truly),
           b AS (SELECT count(*) AS n FROM placed GROUP BY found, truly)
        SELECT (SELECT sum(n * (n - 1) / 2) FROM f), (SELECT sum(n * (n - 1) / 2) FROM b),
               (SELECT sum(n * (n - 1) / 2) FROM t), (SELECT max(n) FROM f)
        """
    ).fetchall()[0]
    precision, recall = right / max(found, 1), right / max(true, 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9), largest


def main(path):
    print(f"splink {splink.__version__}, duckdb {duckdb.__version__}, python {sys.version.split()[0]}")
    watch = Watch()
    con = duckdb.connect()
    load(con, path)
    db = DuckDBAPI(con)
    settings = SettingsCreator(
        link_type="dedupe_only", comparisons=COMPARISONS, blocking_rules_to_generate_predictions=RULES
    )
    linker = Linker(db.register("people"), settings, log_level=logging.ERROR)
    watch.lap("load")
    train(linker, watch)
    pairs = linker.inference.predict(threshold_match_weight=-5)
    watch.lap("predict")
    clustered = linker.clustering.cluster_pairwise_predictions_at_threshold(pairs, threshold_match_probability=TIMED)
    watch.lap("cluster")
    seconds, cpu, memory = watch.last - watch.began, worked(), held()
    kept = con.execute(f"SELECT count(*) FROM {pairs.physical_name}").fetchall()[0][0]
    print(f"to clusters {seconds:.1f} s, {cpu:.1f} CPU-s, {memory} MB, {kept} pairs kept")
    best = {}
    for p in THRESHOLDS:
        if p != TIMED:
            clustered = linker.clustering.cluster_pairwise_predictions_at_threshold(pairs, threshold_match_probability=p)
        scores = judge(con, clustered.physical_name)
        print("p >= %-5s  P %.4f  R %.4f  F1 %.4f  largest %d" % (p, *scores), flush=True)
        best[p] = [round(x, 4) for x in scores]
    print(json.dumps({"file": path, "seconds": round(seconds, 2), "cpu": round(cpu, 2), "held_mb": memory, "stages": watch.stages, "scores": best}))


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python splink.py FILE.csv")
    main(sys.argv[1])
