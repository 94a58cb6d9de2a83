using MonEspaceSante.Api.Activation;
using MonEspaceSante.Api.Http;
using MonEspaceSante.Api.Security;
using MonEspaceSante.Domain.Assistance;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.SignIn;

namespace MonEspaceSante.Api.Assistance;

/// <summary>
/// Help at a counter (lifecycle 3): an agent says who is in front of them, and hands the attempt over to the person, who goes on alone, on the
/// citizens' listener: their own code on paper, their address, their login. The agent gets no session and is told nothing, neither whether the person
/// exists; once the person has proven themselves, the attempt that the agent knows is over.
/// </summary>
internal static class AssistanceEndpoints
{
    public static void MapAssistance(this ProfessionalRoutes routes)
    {
        routes.Map(HttpMethods.Post, "/assistance/activation", StartAsync).WithMetadata(new CountsAsTry());
        routes.Map(HttpMethods.Post, "/assistance/activation/letter", AskForLetterAsync);
    }

    private static async Task<IResult> StartAsync(StartRequest request, HttpContext context, CounterNetwork counters, ActivationDesk desk)
    {
        var help = counters.HelpBy(context.RequiredCaller(), request.Agent);
        if (!help.Accepted)
        {
            return Refusals.Answer(help.Refusal);
        }

        var ins = Ins.Read(InsAuthority.Nir, request.Matricule);
        if (!ins.Accepted)
        {
            return Refusals.Answer(ins.Refusal.At("matricule"));
        }

        var begun = await desk.BeginAsync(new(ins.Value, request.BirthDate, request.CardSerial), help.Value);
        return begun.Accepted ? Results.Ok(new AttemptAnswer(begun.Value.Attempt)) : Refusals.Answer(begun.Refusal);
    }

    /// <summary>Who has lost their letter gets another by post: what goes to a screen at the counter, the agent might read.</summary>
    private static async Task<IResult> AskForLetterAsync(AttemptRequest request, HttpContext context, CounterNetwork counters, ActivationDesk desk)
    {
        var help = counters.HelpBy(context.RequiredCaller(), request.Agent);
        if (!help.Accepted)
        {
            return Refusals.Answer(help.Refusal);
        }

        var asked = await desk.AskForCodeAsync(request.Attempt, CodeChannel.Letter);
        return asked.Accepted ? Results.Accepted() : Refusals.Answer(asked.Refusal);
    }

    private sealed record StartRequest(string? Matricule, DateOnly BirthDate, string? CardSerial, string? Agent = null);

    private sealed record AttemptRequest(string? Attempt, string? Agent = null);

    private sealed record AttemptAnswer(string Attempt);
}
