# The API as an image: built with the SDK, run without it, as a user who is not root.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY global.json Directory.Build.props Directory.Build.targets Directory.Packages.props BannedSymbols.txt .editorconfig ./
COPY src/Domain/Domain.csproj src/Domain/packages.lock.json src/Domain/
COPY src/Projections/Projections.csproj src/Projections/packages.lock.json src/Projections/
COPY src/Api/Api.csproj src/Api/packages.lock.json src/Api/
RUN dotnet restore src/Api --locked-mode
COPY src/ src/
RUN dotnet publish src/Api -c Release --no-restore -o /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app ./
RUN install -d -m 700 -o $APP_UID -g $APP_UID /data
ENV LICENSETRACKER_DATA=/data
VOLUME /data
USER $APP_UID
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=6s --start-period=60s --retries=6 \
  CMD ["dotnet", "LicenseTracker.Api.dll", "health", "--url", "http://127.0.0.1:8080/health/live"]
ENTRYPOINT ["dotnet", "LicenseTracker.Api.dll"]
CMD ["serve", "--urls", "http://+:8080", "--no-demo"]
