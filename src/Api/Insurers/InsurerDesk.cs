using MonEspaceSante.Api.Hosting;
using MonEspaceSante.Api.Http;
using MonEspaceSante.Api.Patients;
using MonEspaceSante.Api.Security;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Grains.Callers;
using MonEspaceSante.Grains.Identity;
using MonEspaceSante.Grains.Journals;
using MonEspaceSante.Grains.Spaces;
using MonEspaceSante.Storage.Keys;

namespace MonEspaceSante.Api.Insurers;

/// <summary>Takes in what the compulsory health insurance says of a person, one line at a time, by the rules of its files (<c>mes enrol</c>).</summary>
/// <param name="grains">The buckets and the spaces.</param>
/// <param name="keys">The key of the blind keys of matricules.</param>
/// <param name="time">Says what day it is.</param>
/// <param name="insurer">The only structure that is listened to.</param>
internal sealed partial class InsurerDesk(IGrainFactory grains, IKeyRing keys, TimeProvider time, StructureId insurer)
{
    private static readonly Caller Component = new Caller.Platform("insurer-feed");

    /// <summary>Takes in the line that the body of the request is.</summary>
    public async Task<IResult> TakeInAsync(HttpContext context)
    {
        if (!IsInsurer(context))
        {
            return Refusals.Answer(SpaceRefusals.OnlyTheInsurer);
        }

        var body = await Bodies.ReadAsync(context, BodyLimits.Json);
        var line = body.Accepted ? Read(body.Value) : body.Refusal;
        if (!line.Accepted)
        {
            return Refusals.Answer(line.Refusal);
        }

        // The insurer is proven and has no rights in spaces: its file is what speaks from here.
        using var acting = CallerContext.Become(Component);
        var person = await grains.TakeIn(line.Value.File((await keys.PurposeKeyAsync(PatientDirectory.IdentityKey, CancellationToken.None)).Span));
        if (person.Accepted && person.Value.Sheet.DiedOn is not null)
        {
            await grains.GetGrain<ISpaceGrain>(person.Value.Space.Value).RecordDeath(Envelope.Once(), new RecordDeath());
        }

        return person.Accepted ? Results.NoContent() : Refusals.Answer(person.Refusal);
    }

    private bool IsInsurer(HttpContext context) => context.RequiredCaller() is Caller.Organisation organisation && organisation.Id == insurer;

    private Outcome<InsurerLine> Read(byte[] body)
    {
        var fields = InsurerJson.Read(body);
        return fields.Accepted ? InsurerLine.Read(fields.Value, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime)) : fields.Refusal;
    }
}
