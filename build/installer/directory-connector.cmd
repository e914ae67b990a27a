@echo off
rem The command line of an installed Directory Connector: runs on the Node in its Electron.
setlocal
set ELECTRON_RUN_AS_NODE=1
"%~dp0..\..\Directory Connector.exe" --max-semi-space-size=8 --heap-growing-percent=50 "%~dp0..\app.asar\out\main\cli.js" %*
exit /b %ERRORLEVEL%
