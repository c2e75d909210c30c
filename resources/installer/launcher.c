/* Starts the program with the Python that lies beside it. Built twice: for the window, and (-DCONSOLE) for the command line. */
#include <windows.h>
#include <stdio.h>

#ifdef CONSOLE
#define PYTHON L"python.exe"
#else
#define PYTHON L"pythonw.exe"
#endif

static wchar_t here[32768], command[65536];

/* What follows the program's own name in the command line, as it was typed. */
static const wchar_t *arguments(void)
{
    const wchar_t *at = GetCommandLineW();
    BOOL quoted = FALSE;
    for (; *at && (quoted || (*at != L' ' && *at != L'\t')); at++)
        if (*at == L'"')
            quoted = !quoted;
    return at;
}

static int start(void)
{
    STARTUPINFOW how = {sizeof how};
    PROCESS_INFORMATION made;
    DWORD status = 1;
    GetModuleFileNameW(NULL, here, 32768);
    wchar_t *end = wcsrchr(here, L'\\');
    if (end)
        *end = 0;
    int length = _snwprintf(command, 65535, L"\"%ls\\py\\" PYTHON L"\" -m gui%ls", here, arguments());
    if (length < 0 || !CreateProcessW(NULL, command, NULL, NULL, TRUE, 0, NULL, NULL, &how, &made)) {
#ifdef CONSOLE
        fwprintf(stderr, L"The program is not complete. Install it again.\n");
#else
        MessageBoxW(NULL, L"\x7A0B\x5E8F\x4E0D\x5B8C\x6574\xFF0C\x8BF7\x91CD\x65B0\x5B89\x88C5\x3002\nThe program is not complete. Install it again.",
                    L"\x590D\x8D2D\x77E9\x9635", MB_ICONERROR);
#endif
        return 1;
    }
    WaitForSingleObject(made.hProcess, INFINITE);
    GetExitCodeProcess(made.hProcess, &status);
    return (int)status;
}

#ifdef CONSOLE
int wmain(void)
{
    return start();
}
#else
int WINAPI wWinMain(HINSTANCE self, HINSTANCE before, LPWSTR line, int shown)
{
    return start();
}
#endif
