@echo off
rem One command per job, on Windows:  installers\dev.cmd run   installers\dev.cmd test
rem This file only finds Python; installers\dev.py does the rest and lists the commands.
rem Exit codes: 2 unknown command, 3 Python must be installed first.
setlocal
set "root=%~dp0.."
set "fits=import sys, ensurepip, venv; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 15))"

set "python="
if exist "%root%\.venv\ready" call :try "%root%\.venv\Scripts\python.exe"
for %%v in (3.13 3.12 3.14 3.11) do call :try py -%%v
call :try python
if defined python goto start
>&2 echo dev: Python 3.11, 3.12, 3.13 or 3.14 is needed and was not found.
>&2 echo dev: Install one, then give this command again in a new window:
>&2 echo dev:   winget install -e --id Python.Python.3.13
exit /b 3

:start
%python% "%root%\installers\dev.py" %*
exit /b %errorlevel%

rem Keeps the first Python that starts and is of a supported version.
:try
if defined python exit /b 0
%* -c "%fits%" >nul 2>nul
if %errorlevel% equ 0 set python=%*
exit /b 0
