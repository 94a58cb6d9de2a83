using System.Net;

namespace MonEspaceSante.Api.Tests.Fixtures;

/// <summary>What a holder is told.</summary>
public static class Notices
{
    // They travel by stream, right behind the answers: asked for until they are there, a bounded number of times.
    private const int MostReadings = 300;

    /// <summary>The kinds of all notices, once <paramref name="awaited"/> are among them or nothing more comes.</summary>
    public static async Task<List<string>> ReadAsync(Visitor holder, Predicate<List<string>> awaited)
    {
        for (var readings = 1; ; readings++)
        {
            var answer = (await holder.GetAsync("/api/v1/notifications")).Is(HttpStatusCode.OK);
            List<string> kinds = [.. answer.Json.GetProperty("notices").EnumerateArray().Select(notice => notice.GetProperty("kind").GetString()!)];
            if (awaited(kinds) || readings == MostReadings)
            {
                return kinds;
            }
        }
    }
}
