"""Writes the cells of finished workbooks again with XlsxWriter, and says what that takes.

    python3 -m venv v && v/bin/pip install XlsxWriter openpyxl
    v/bin/python docs/benchmarks/xlsxwriter_cells.py FILE.xlsx ...

Reading the cells (with openpyxl) is not measured. Written are every cell with its value, type and look, widths,
heights, panes, tables with their heads, formulas with their numbers, links, small lines and charts with their
series. Left out, which makes it less work than the workbooks were: conditional formats, data validation, footers,
print areas, colours of single points, and the numbers charts carry with them.
"""
import os
import re
import resource
import sys
import tempfile
import time
import zipfile
from xml.etree import ElementTree

import openpyxl
import xlsxwriter
from openpyxl.utils import get_column_letter, range_boundaries

CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
KINDS = {"barChart": "column", "lineChart": "line", "scatterChart": "scatter"}


def charts_of(path):
    """The charts of a file: kind, and the references of their series."""
    out = []
    with zipfile.ZipFile(path) as z:
        for name in sorted(n for n in z.namelist() if n.startswith("xl/charts/chart")):
            root = ElementTree.fromstring(z.read(name))
            kind = next(k for k in KINDS if root.find(f".//{CHART}{k}") is not None)
            series = []
            for ser in root.iter(CHART + "ser"):
                refs = [f.text for f in ser.iter(CHART + "f")]
                series.append({"name": "=" + refs[0], "categories": "=" + refs[1], "values": "=" + refs[2]})
            out.append((KINDS[kind], series))
    return out


def lines_of(path, part):
    """The small lines of a sheet: where they stand and what they read."""
    with zipfile.ZipFile(path) as z:
        text = z.read(part).decode()
    text = text.replace("&#39;", "'").replace("&amp;", "&")
    return re.findall(r"<xm:f>([^<]*)</xm:f><xm:sqref>([A-Z]+[0-9]+)</xm:sqref>", text)


def look(cell):
    """What XlsxWriter has to be told about the look of a cell."""
    font, align, border = cell.font, cell.alignment, cell.border
    out = {"font_name": "Arial", "font_size": font.sz, "num_format": cell.number_format, "valign": {"center": "vcenter"}.get(align.vertical, align.vertical or "bottom")}
    if font.b:
        out["bold"] = True
    if font.u:
        out["underline"] = True
    if font.color is not None and isinstance(font.color.rgb, str):
        out["font_color"] = "#" + font.color.rgb[-6:]
    if align.horizontal:
        out["align"] = align.horizontal
    if align.indent:
        out["indent"] = int(align.indent)
    if align.wrap_text:
        out["text_wrap"] = True
    if cell.fill.patternType == "solid":
        out["bg_color"] = "#" + cell.fill.fgColor.rgb[-6:]
    for side, key in ((border.top, "top"), (border.bottom, "bottom")):
        if side is not None and side.style:
            out[key] = {"thin": 1, "medium": 2, "thick": 5}[side.style]
            out[key + "_color"] = "#" + side.color.rgb[-6:]
    return out


def read(path):
    """All there is to write, as plain lists."""
    book = openpyxl.load_workbook(path)
    values = openpyxl.load_workbook(path, data_only=True)
    looks, sheets = [], []
    for n, ws in enumerate(book.worksheets):
        ids, cells = {}, []
        for row in ws.iter_rows():
            for c in row:
                if c.value is None and not c.has_style:
                    continue
                if c._style not in ids:
                    ids[c._style] = len(looks)
                    looks.append(look(c))
                link = c.hyperlink
                if link is not None:
                    link = "internal:" + link.location if link.location else link.target
                cached = values.worksheets[n][c.coordinate].value if c.data_type == "f" else None
                cells.append((c.row - 1, c.column - 1, c.data_type, c.value, cached, ids[c._style], link))
        tables = []
        for t in ws.tables.values():
            c1, r1, c2, r2 = range_boundaries(t.ref)
            tables.append((r1 - 1, c1 - 1, r2 - 1, c2 - 1, t.displayName, [c.name for c in t.tableColumns], t.autoFilter is not None))
        sheets.append({
            "name": ws.title, "cells": cells, "tables": tables, "freeze": ws.freeze_panes,
            "widths": [(k, d.min, d.max, d.width) for k, d in ws.column_dimensions.items()],
            "heights": [(r, d.height) for r, d in ws.row_dimensions.items() if d.height],
            "lines": lines_of(path, f"xl/worksheets/sheet{n + 1}.xml"), "charts": len(ws._charts),
        })
    return looks, sheets, charts_of(path)


def write(path, looks, sheets, charts):
    book = xlsxwriter.Workbook(path)
    formats = [book.add_format(l) for l in looks]
    for s in sheets:
        ws = book.add_worksheet(s["name"])
        ws.hide_gridlines(2)
        for _, first, last, width in s["widths"]:
            ws.set_column(first - 1, last - 1, width)
        for row, height in s["heights"]:
            ws.set_row(row - 1, height)
        for row, col, kind, value, cached, style, link in s["cells"]:
            f = formats[style]
            if link is not None:
                ws.write_url(row, col, link, f, str(value))
            elif value is None:
                ws.write_blank(row, col, None, f)
            elif kind == "n":
                ws.write_number(row, col, value, f)
            elif kind == "f":
                ws.write_formula(row, col, value, f, cached)
            elif kind == "d":
                ws.write_datetime(row, col, value, f)
            else:
                ws.write_string(row, col, str(value), f)
        for r1, c1, r2, c2, name, heads, filters in s["tables"]:
            ws.add_table(r1, c1, r2, c2, {"name": name, "columns": [{"header": h} for h in heads], "autofilter": filters, "style": "Table Style Light 1", "banded_rows": False})
        for reads, at in s["lines"]:
            ws.add_sparkline(at, {"range": reads, "last_point": True, "series_color": "#0B5F7A", "weight": 1.5})
        if s["freeze"]:
            ws.freeze_panes(s["freeze"])
        for kind, series in charts[: s["charts"]]:
            chart = book.add_chart({"type": kind})
            for x in series:
                chart.add_series(x)
            ws.insert_chart("B8", chart)
        del charts[: s["charts"]]
    book.close()


for path in sys.argv[1:]:
    looks, sheets, charts = read(path)
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    took = []
    for _ in range(3):
        with tempfile.TemporaryDirectory() as folder:
            out = os.path.join(folder, "out.xlsx")
            began = time.process_time()
            write(out, looks, sheets, list(charts))
            took.append(time.process_time() - began)
            size = os.path.getsize(out)
    cells = sum(len(s["cells"]) for s in sheets)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{os.path.basename(path)}: {cells} cells, {sum(map(lambda s: s['charts'], sheets))} charts, cpu-s {sorted(took)[1]:.2f} ({', '.join(f'{t:.2f}' for t in took)}), "
          f"{size / 1e6:.2f} MB, held {peak:.0f} MB ({held:.0f} before writing)")
