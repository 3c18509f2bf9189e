using System.Diagnostics;

namespace LicenseTracker.Bench;

/// <summary>One line of the results: a piece of work beside what it is compared with, both timed in the same run.</summary>
/// <param name="Microseconds">The median of one call.</param>
/// <param name="OtherMicroseconds">The median of one call of the other.</param>
/// <param name="Ratio">How many times as long as the other it takes.</param>
/// <param name="Note">What a reader must know beside the figures.</param>
internal sealed record Result(string Work, string Against, double Microseconds, double OtherMicroseconds, double Ratio, string Note);

/// <summary>Times two pieces of work in turns, so that whatever else the machine does falls on both.</summary>
internal static class Measure
{
    private const int Rounds = 31;

    public static Result Ratio(string work, Func<object> one, string against, Func<object> other, string note)
    {
        var (calls, otherCalls) = (CallsPerRound(one), CallsPerRound(other));
        var (times, otherTimes) = (new double[Rounds], new double[Rounds]);
        for (var round = 0; round < Rounds; round++)
        {
            times[round] = Time(one, calls);
            otherTimes[round] = Time(other, otherCalls);
        }

        Array.Sort(times);
        Array.Sort(otherTimes);
        var (median, otherMedian) = (times[Rounds / 2], otherTimes[Rounds / 2]);
        return new(work, against, Math.Round(median, 2), Math.Round(otherMedian, 2), Math.Round(median / otherMedian, 2), note);
    }

    /// <summary>So many that a round takes some milliseconds; on the way the code is compiled and warm.</summary>
    private static int CallsPerRound(Func<object> work)
    {
        var calls = 1;
        while (Time(work, calls) * calls < 20_000)
            calls *= 2;
        return calls;
    }

    private static double Time(Func<object> work, int calls)
    {
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < calls; i++)
            GC.KeepAlive(work());
        return Stopwatch.GetElapsedTime(start).TotalMicroseconds / calls;
    }
}
