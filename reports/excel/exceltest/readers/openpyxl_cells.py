"""Prints every cell of a workbook as openpyxl reads it: sheet, cell, kind and value, tab-separated."""
import datetime
import json
import sys

import openpyxl
from openpyxl.utils.datetime import to_excel

KINDS = {"n": "number", "s": "text", "inlineStr": "text", "str": "text", "d": "date"}

book = openpyxl.load_workbook(sys.argv[1], read_only=True, data_only=True)
for sheet in book.worksheets:
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value is None:
                continue
            value = cell.value
            kind = KINDS.get(cell.data_type, cell.data_type)
            if isinstance(value, (datetime.datetime, datetime.date, datetime.time, datetime.timedelta)):
                kind, value = "date", to_excel(value)
            if kind != "text":
                value = repr(float(value))
            print(json.dumps([sheet.title, cell.coordinate, kind, str(value)]))
