namespace LicenseTracker.Api.Hosting;

/// <summary>A command that cannot do what it was asked: what was wrong, what to do about it, and the exit code that tells scripts.</summary>
public sealed class CommandFailedException(string what, string whatToDo, int exitCode, Exception? cause = null) : Exception(what, cause)
{
    public string WhatToDo { get; } = whatToDo;

    public int ExitCode { get; } = exitCode;
}
