using MonEspaceSante.Api.Http;
using MonEspaceSante.Api.Security;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Notices;
using MonEspaceSante.Grains.Callers;
using MonEspaceSante.Grains.Journals;
using MonEspaceSante.Grains.Notifications;

namespace MonEspaceSante.Api.Professionals;

/// <summary>
/// What a professional is told of their patients: the attending doctor, of each access in an emergency (L. 1111-17 I, R. 1111-48). A notice points at
/// the patient; what the doctor may see there is decided and traced when they look.
/// </summary>
internal static class NoticeEndpoints
{
    public static void MapPatientNotices(this ProfessionalRoutes routes)
    {
        routes.Map(HttpMethods.Get, "/professional/notices", ReadAsync);
        routes.Map(HttpMethods.Put, "/professional/notices/read", MarkReadAsync);
    }

    private static async Task<IResult> ReadAsync(HttpContext context, IGrainFactory grains, CallerDigests digests)
    {
        var read = await OfAsync(context, grains, digests) is { } notices ? await notices.Read() : NoticeRefusals.OnlyTheProfessional;
        return read.Accepted ? Results.Ok(NoticesAnswer.Of(read.Value)) : Refusals.Answer(read.Refusal);
    }

    private static async Task<IResult> MarkReadAsync(ReadRequest request, HttpContext context, IGrainFactory grains, CallerDigests digests)
    {
        Outcome<Done> marked = await OfAsync(context, grains, digests) is { } notices
            ? await notices.MarkRead(Envelope.Once(), new(request.UpTo))
            : NoticeRefusals.OnlyTheProfessional;
        return marked.Accepted ? Results.NoContent() : Refusals.Answer(marked.Refusal);
    }

    private static async ValueTask<IPatientNoticesGrain?> OfAsync(HttpContext context, IGrainFactory grains, CallerDigests digests) =>
        context.RequiredCaller() is Caller.Professional professional
            ? grains.GetGrain<IPatientNoticesGrain>(await digests.OfAsync(professional.Id))
            : null;

    private sealed record ReadRequest(long UpTo);

    private sealed record NoticesAnswer(ValueList<NoticeAnswer> Notices, long Unread)
    {
        public static NoticesAnswer Of(PatientNoticeList list) => new(
            list.Notices.Select(told => new NoticeAnswer(
                told.Number, told.Notice.Kind, $"Patient/{told.Patient.Value}", told.Notice.At, told.Number <= list.Read)).ToValueList(),
            list.Unread);
    }

    // The patient is named as documents name their subject.
    private sealed record NoticeAnswer(long Number, NoticeKind Kind, string Patient, DateTimeOffset At, bool Read);
}
