using MonEspaceSante.Api.Patients;
using MonEspaceSante.Api.Security;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Spaces;

namespace MonEspaceSante.Api.Documents;

/// <summary>Whose documents are meant.</summary>
/// <param name="Space">Their space.</param>
/// <param name="Ins">Their number, for who named them; <see langword="null"/> for who only named a document.</param>
internal sealed record DocumentHolder(SpaceId Space, Ins? Ins);

/// <summary>Finds whose documents the parameters of a request are about.</summary>
internal sealed class DocumentHolders(PatientDirectory patients)
{
    /// <summary>The person that a search names, or whose document it names.</summary>
    public async Task<Outcome<DocumentHolder>> SearchedAsync(IReadOnlyList<KeyValuePair<string, string>> parameters, Caller caller)
    {
        var subject = PatientParameters.Read(parameters);
        if (subject.Accepted)
        {
            var person = await patients.FindAsync(subject.Value, caller);
            return person.Accepted ? new DocumentHolder(person.Value.Space, person.Value.Sheet.Ins) : person.Refusal;
        }

        var space = await patients.SpaceOfAsync(parameters, caller);
        return space.Accepted ? new DocumentHolder(space.Value, null) : space.Refusal;
    }

    /// <summary>The person whose document a condition names; a holder who names nobody means themselves.</summary>
    public async Task<Outcome<DocumentHolder>> ConditionedAsync(IReadOnlyList<KeyValuePair<string, string>> parameters, Caller caller)
    {
        var holder = await SearchedAsync(parameters, caller);
        return holder.Refusal?.Code == EdgeRefusals.PatientNotNamed.Code && caller.SpaceActedIn is { } own ? new DocumentHolder(own, null) : holder;
    }

    /// <summary>Whether a search of nobody is answered as one that finds nothing: to who is no citizen, a person without a space has no documents.</summary>
    public static bool IsNobody(Outcome<DocumentHolder> holder, Caller caller) => holder.Refusal?.Kind is RefusalKind.NotFound && !caller.IsCitizen;
}
