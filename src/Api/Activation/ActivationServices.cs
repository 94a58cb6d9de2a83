using MonEspaceSante.Api.Mail;

namespace MonEspaceSante.Api.Activation;

/// <summary>What activation is served by.</summary>
internal static class ActivationServices
{
    public static IServiceCollection AddActivation(this IServiceCollection services, string folder) => services
        .AddSingleton<ITextMessenger>(provider => new FolderTextMessenger(Path.Combine(folder, "outbox"), provider.GetRequiredService<TimeProvider>()))
        .AddSingleton<ILetterPress>(provider => new FolderLetterPress(Path.Combine(folder, "outbox", "letters"), provider.GetRequiredService<TimeProvider>()))
        .AddSingleton<CodeDispatch>()
        .AddSingleton<ActivationDesk>()
        .AddSingleton<ContactDesk>()
        .AddSingleton<LoginDesk>()
        .AddSingleton<AccountOpening>();
}
