"""The encrypted caseload: keys, files, tables, migrations, the ledger."""
