namespace MonEspaceSante.Bench.Access;

/// <summary>Processor time and bytes of one call, over many: warmed up first, the best of five runs, since other work only adds to it.</summary>
internal static class Meter
{
    public static (double Nanoseconds, long Bytes) Of(int calls, Func<bool> work)
    {
        var best = (Nanoseconds: double.MaxValue, Bytes: long.MaxValue);
        for (var run = 0; run < 6; run++)
        {
            var (allocated, started) = (GC.GetAllocatedBytesForCurrentThread(), Environment.CpuUsage.TotalTime);
            for (var i = 0; i < calls; i++)
            {
                work();
            }

            var (time, bytes) = (Environment.CpuUsage.TotalTime - started, GC.GetAllocatedBytesForCurrentThread() - allocated);
            best = run == 0 ? best : (Math.Min(best.Nanoseconds, time.TotalNanoseconds / calls), Math.Min(best.Bytes, bytes / calls));
        }

        return best;
    }
}
